//! First names of the world: what tells `Ada Lindqvist` from `Broken Pledge` where nothing else does.
//!
//! `first_names.txt` is the list of the NameDatabases project, which is in the public domain (Unlicense), less what are words first.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Names of countries whose people the list knows little of.
const MORE: &str = "aakash aarti abhishek aditi aditya ajay ajit akash akhil akshay alok aman amit amrita anand ananya anil anirban anish anita anjali ankit ankita \
    ankur anshul anuj anup anupam apoorva arjun arnab arun arvind ashish ashok ashwin atul avinash ayush bharat bhavna chandan chetan debashish deepa deepak deepika \
    devesh dhananjay dhruv dinesh divya gaurav gautam gayatri geeta geetha girish gopal govind harish harsh hemant himanshu indrani ishaan ishita jagdish jatin \
    jayant jaya jyoti kailash kalpana kamal karthik kavita keshav kiran krishna kunal lakshmi lalit madhav mahesh manas manish manisha manjeet manoj mayank meena \
    meenakshi megha mihir milind mohit monika mridula mukesh mukul nandini narayan naresh naveen neeraj neha nikhil nilesh nisha nitin padma pallavi pankaj \
    parth pooja poonam prabhat prachi pradeep prakash pramod pranav prasad prashant prateek praveen preeti prerna prianka priya priyanka puneet rachna raghav \
    rahul raj rajat rajeev rajendra rajesh rajiv rakesh ram ramesh ranjan rashmi ravi rekha ritu rohan rohini rohit ruchi rupali sachin sagar sahil saibal sameer \
    sandeep sandhya sangeeta sanjay sanjeev santosh sarita satish saurabh saurav seema shailesh shashank shekhar shikha shilpa shivam shobha shreya shruti \
    shubham shweta siddharth smita smriti sneha sohini somnath srinivas subhash subrata sudhir sujata sujit suman sumit sunil sunita suraj suresh sushil sushma \
    swapna swarup swati tanvi tapan tarun tushar uday umesh usha utkarsh vaibhav varun vasudha vidya vijay vikas vikram vinay vinod vipul vishal vivek yash yogesh \
    abayomi abiodun abiola abosede adaobi adaeze adebayo adebola adedayo adekunle ademola adeola aderonke adewale adeyemi afolabi akintunde akinwale amaka anthonia \
    ayodele ayodeji ayomide babajide babatunde blessing bola bolaji bukola chiamaka chibuike chibuzo chidera chidi chidinma chike chimamanda chinedu chinenye \
    chinonso chinwe chioma chuka chukwudi chukwuemeka damilola dapo ebuka edet efosa ejike ekene eliaser emeka emmanuella eniola enitan femi folake folasade \
    funke funmi ganiyu gbenga godwin idowu ifeanyi ifeoma ifeyinwa ikechukwu ikenna iyabo jide jumoke kayode kehinde kelechi kemi kola kolawole kunle lanre \
    modupe musa ndidi ngozi nkechi nkiru nnamdi nonso nwachukwu obinna ogechi olabisi oladele olakunle olamide olanrewaju olawale olayinka oluchi olufemi olumide \
    oluwaseun oluwatobi omolara onyeka osagie osas oyinkan rotimi segun seun shola sola somto taiwo tayo temitope titilayo tobi tochukwu tolu tope tunde \
    uche uchenna uju yakubu yemi yetunde yinka zainab bongani busisiwe dumisani khaya khanyisile lebogang lerato lindiwe lungile lwazi mandla mbali mpho nandi \
    naledi ndumiso nhlanhla nkosana nomsa nomvula nompumelelo nonhlanhla ntombi palesa phindile philani phumzile refilwe sbusiso sibongile sibusiso sifiso \
    simphiwe sipho siphiwe siyabonga tebogo thabang thabiso thabo thandeka thandi thembeka themba thembi thulani tshepo tumelo vusi xolani yanga zanele zama \
    zandile zinhle zodwa zweli akosua akua akwasi ama abena adwoa efua ekow esi fiifi kobina kofi kojo kwabena kwadwo kwaku kwame kwasi nana yaa yaw akinyi \
    achieng adhiambo atieno juma kamau kimani kipchoge makena mwangi njeri nyambura odhiambo ochieng otieno wambui wanjiku wanjiru baraka neema tanyel \
    abdulkadir ahmet aylin ayse ayşe baris berk burak burcu can cem cemal cengiz deniz derya ebru elif emine emrah emre engin ercan erdem erdinc erhan erkan \
    ersin esra fatih fatma feride ferhat gamze gizem gokhan gökhan gulsen hakan halil halit hande hatice huseyin hüseyin ibrahim ilhan ilker ipek irem kaan kadir \
    kemal kerem leyla levent mehmet melis melike merve mert mesut metin muhammet murat mustafa nazli nihal nihat nilay nur okan onur orhan osman ozan ozge özge \
    ozlem özlem pelin pinar pınar ramazan recep sedat sehernur seda selcuk selçuk selin selim serap sercan serdar serhat serkan sevgi sevda sibel sinan suleyman \
    süleyman sule şule tarik taylan tolga tuba tugba tuğba tuncay tuva turgut ufuk ugur uğur umit ümit umut volkan yasemin yasin yavuz yigit yiğit yilmaz yusuf \
    zafer zehra zeynep aan agung agus ahmad aisyah andi anggi arief arif asep ayu bagus bambang budi citra cahyo dedi dewi dian dwi edi eka endah endang erlangga \
    fajar farid fitri galih gilang gita hadi hendra heru ika ikhsan imam indah indra intan irfan iwan joko kartika kurnia lestari lina mega mochamad muhamad muhammad \
    nanda nining nova novi nugroho nurul putra putri puji rahma rahmat ratih ratna reza rian rini riska rizal rizki rizky sari satria setyo sinta siti slamet sri \
    sugeng sulis suryo teguh tika titik tri tuti wahyu wawan widodo widya wisnu wulan yoga yudha yuliana yulia yuni anwar fahmi farah faiz hafiz haziq izzah nurul \
    siti syed wan zulkifli anh bao bảo bich bích binh bình chau châu chi cuong cường dang đăng dat đạt diep điệp dinh đình dong đông duc đức dung dũng duong dương \
    giang ha hà hai hải hang hằng hanh hạnh hau hậu hien hiền hieu hiếu hoa hoai hoài hoang hoàng hong hồng hue huệ hung hùng huong hương huy huyen huyền khanh khánh khoa \
    kien kiên kim lam lan le lê lien liên linh loan loc lộc long ly mai minh my nam ngan ngân nga nghia nghĩa ngoc ngọc nguyen nguyễn nhan nhàn nhat nhật nhi nhung oanh pham \
    phạm phan phong phuc phúc phuong phương quan quân quang quoc quốc quy quyen quyên son sơn tai tài tam tâm tan tân thang thắng thanh thao thảo thi thị thien thiên thu \
    thuy thủy thùy tien tiến tin toan toàn trang tran trần tri trí trinh trung truong tu tú tuan tuấn tung tùng tuyet tuyết uyen uyên van văn vân viet việt vinh vo võ vu vũ \
    vy xuan xuân yen yến jamelle ta-nehisi deandre latoya shaquille aja tanika keisha ebony tiana ariel steffan gareth iolo rhodri huw dafydd eilir ffion angharad \
    siôn siobhan siobhán niamh saoirse aoife caoimhe ciara ciarán eoin oisín pádraig tadhg ruairí mairead sinéad bríd xiaoying";

static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    include_str!("first_names.txt")
        .lines()
        .chain(MORE.split_whitespace())
        .map(key)
        .collect()
});

/// Surnames that open the names of China, Korea and Vietnam in their own scripts, most of those who bear one.
const SURNAMES: &str = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧萧蕭肖冯馮曾程蔡彭潘袁于董余苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范范江傅\
    钟鍾卢盧汪戴崔任陆陸廖姚方金邱夏谭譚韦韋贾賈邹鄒石熊孟秦阎閻薛侯雷白龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴尹钱錢施牛洪龚龔谷俞柯游阮倪简簡詹卓翁甘\
    김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예봉사부";

/// Whether the word, in any case, is a first name somewhere.
pub(crate) fn is_first_name(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphabetic());
    if bare.is_empty() || bare.len() > 40 {
        return false;
    }
    if NAMES.contains(&key(bare)) {
        return true;
    }
    // `Anna-Lena`, `Jean‑Luc`.
    bare.split_once(['-', '‑'])
        .is_some_and(|(first, _)| NAMES.contains(&key(first)))
}

/// Whether a name in a script without capitals opens with a surname that many bear.
pub(crate) fn opens_with_surname(name: &str) -> bool {
    name.chars().next().is_some_and(|c| SURNAMES.contains(c))
}

/// Small letters without diacritics.
fn key(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ı' => 'i',
            'đ' => 'd',
            'ø' => 'o',
            'ł' => 'l',
            other => other,
        })
        .collect()
}

/// Where names follow each other with nothing between (`Ada Lindqvist Tom Ray O'Hare`): the first word of each. Empty where the
/// words may be one name.
pub(super) fn run_together(words: &[&str]) -> Vec<usize> {
    // Four words are as often one name: `Ana García Santiago Ruiz`.
    if !(5..=24).contains(&words.len()) {
        return Vec::new();
    }
    let proper = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
    };
    if !words.iter().all(proper) {
        return Vec::new();
    }
    let first: Vec<bool> = words.iter().map(|word| is_first_name(word)).collect();
    let mut starts = vec![0];
    for at in 2..words.len() - 1 {
        let last = starts.last().copied().unwrap_or(0);
        if first[at] && at - last >= 2 && !(first[at - 1] && at - last < 3) {
            starts.push(at);
        }
    }
    let full = starts
        .iter()
        .zip(starts.iter().skip(1).chain([&words.len()]))
        .all(|(from, to)| (2..=4).contains(&(to - from)));
    if first[0] && full && starts.len() > 1 {
        starts
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_names() {
        for (word, is) in [
            ("Ada", true),
            ("JAN", true),
            ("Anna-Lena", true),
            ("Swati", true),
            ("Broken", false),
            ("Fantastic", false),
            ("", false),
        ] {
            assert_eq!(is_first_name(word), is, "{word}");
        }
        assert!(opens_with_surname("김철수") && !opens_with_surname("좋아요"));
    }

    #[test]
    fn names_without_anything_between() {
        let words = |line: &'static str| line.split(' ').collect::<Vec<_>>();
        for (line, starts) in [
            ("Ada Lindqvist Tom Hare Anna Giulia Berg", &[0, 2, 4][..]),
            ("Ana Garcia Santiago Ruiz", &[]),
            ("Broken Pledge Tom Hare Berg", &[]),
        ] {
            assert_eq!(run_together(&words(line)), starts, "{line}");
        }
    }
}
