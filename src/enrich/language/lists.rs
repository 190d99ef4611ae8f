//! The commonest words of each language.

/// Up to 64 languages with their commonest words; English has those of notes on earnings and of prices too, which have few others.
pub(super) const COMMON: &[(&str, &str)] = &[
    (
        "en",
        "the of and to in a is that for it on was with as at by from be are has have had were which this but not will would said an or its he his they their been who after also about up out over under than into more new year years one two three four five six seven eight nine ten no per vs versus says may last first other all when if could off down because before between during against includes include excludes january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday month months mth mths week day days ended ending end quarter quarterly half qtr qtly qtrly period prior ago net loss losses profit profits share shares shr shrs sales revs revenue revenues income earnings tax record pay payable dividend div stock split avg average oper operating cts ct pct percent mln bln million billion dlrs dlr dollars note given gain gains credit total price prices market bank rate rates rise rises rose fell higher lower open close bid sets raises cuts cut buy sell sees unit company corp inc ltd group cash full current estimated official opens increases tonnes bushels crude oil gold wheat corn silver government president minister officials department agreement trade budget deficit debt dollar stocks shareholders board plans offer approves names futures index points exchange closing bonds banks contract agrees buys",
    ),
    (
        "de",
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine einen einer eines als auch es an werden aus er hat dass sie nach wird bei um am sind noch wie über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei wenn was ich wir kann september november april august",
    ),
    (
        "fr",
        "le la les de des du un une et en à est que qui dans pour sur au aux par pas ne plus ce cette ces se il elle ils son sa ses avec a été sont ont mais ou où nous vous leur comme fait être après deux aussi selon entre dont",
    ),
    (
        "es",
        "el la los las de del y en que un una a por con para se su sus es al lo como más no fue ha este esta pero entre sobre también desde hasta son le han ser según años muy sin o ya dos cuando era",
    ),
    (
        "pt",
        "o a os as de do da dos das e em que um uma no na nos nas por para com se não é ao à mais como foi ele ela seu sua são pelo pela também ou mas entre sobre já até está tem após segundo anos isso",
    ),
    (
        "it",
        "il lo la i gli le di del della dei delle dello e in che un una a per con da dal dalla al alla nel nella non è si sono come più ha anche ma o se su sul sulla questo questa essere stato dopo tra ed hanno anni alle dell",
    ),
    (
        "nl",
        "de het een van en in is dat op te zijn voor met niet aan er om ook als die maar bij door uit naar dan wordt werd nog over heeft hij ze tot worden hebben meer was of deze dit zich geen ik wel jaar kan september november december april",
    ),
    (
        "af",
        "die het en van in is nie wat om te vir dat met hy sy ook was ons daar deur maar sal aan kan word haar hulle wees baie gesê uit na toe nog",
    ),
    (
        "sv",
        "och att det i en som är av för på den med till inte har de om ett var han men vid sig från så kan när ut upp hon efter under också eller nu sedan ska mot vi blir blev sade säger hur mer",
    ),
    (
        "da",
        "og at det i en er af den til på for som med de ikke har et der om var han men fra sig ved kan skal vil hun efter også eller nu blev ud op mig siger mere hvad over være jeg bliver havde end hvor mod",
    ),
    (
        "no",
        "og at det i en er av den til på for som med de ikke har et om var han men fra seg ved kan skal vil hun etter også eller nå ble ut opp meg sier mer hva over være jeg blir hadde enn hvor mot",
    ),
    (
        "is",
        "að og það sem við hefur ekki eru var fyrir með um til hafa þetta segir þá frá á í er en hann hún verið af",
    ),
    (
        "fi",
        "ja on ei että se oli hän mutta ovat myös kun joka mukaan ole kuin sekä jotka tai niin nyt mitä jo sen hänen tämä vain vielä jos olisi kertoo voi",
    ),
    (
        "et",
        "ja on ei et see oli ta kui ka mis oma aga ning kes või siis nii mida juba pole tema seda peab veel pärast ütles",
    ),
    (
        "lv",
        "un ir ar par no uz ka kas arī tas bija lai vai pēc pie bet līdz gan viņš šo būs nav kā tika tiek",
    ),
    (
        "lt",
        "ir yra kad į su iš tai buvo bet kaip jis dėl apie už po ne ar tik bus taip kuris jau jo savo nuo prie per labai",
    ),
    (
        "pl",
        "w i na z do nie się że to jest o jak po ale od za przez dla są tym przy jego oraz było był może czy już który która które tego ich także tylko",
    ),
    (
        "cs",
        "a v se na je že s z do o to i ve pro za by jako ale po podle od při které který která jsou byl bylo byla také už až však jeho ze než jen bude si",
    ),
    (
        "sk",
        "a v sa na je že s z do o to i vo pre za by ako ale po podľa od pri ktoré ktorý ktorá sú bol bolo bola aj už až však jeho zo než len bude si",
    ),
    (
        "hu",
        "a az és hogy nem is egy volt de ez meg csak már még mint el ha azt van szerint ki lesz után vagy illetve pedig kell lehet amely aki között",
    ),
    (
        "ro",
        "de și în a la cu pe nu o să din un care că este mai pentru au fi ce se prin sau dar ca fost după sunt iar lui unei unui către şi această",
    ),
    (
        "tr",
        "ve bir bu da de için ile olarak olan çok daha en gibi sonra kadar ne var ya ancak göre ise tarafından dedi her oldu o ki değil",
    ),
    (
        "az",
        "və bir bu da də üçün ilə olan daha çox ki olub kimi sonra isə edib görə onun tərəfindən hər deyib bildirib",
    ),
    (
        "tk",
        "we bir bu hem üçin bilen şeýle bolup boldy ýurdumyzyň hormatly baradaky özüniň soňra",
    ),
    (
        "uz",
        "va bir bu ham uchun bilan edi esa deb keyin lekin kerak bo qildi boʻldi uning mumkin bor",
    ),
    (
        "hr",
        "i u je se na da su za od s o koji koja koje to kao a ne nije bi ali iz će do što bio prema sa samo biti još godine nakon te po ili kako tako",
    ),
    (
        "sl",
        "in je v na se da so za z ki ne pa po tudi s bi od kot o ali do še več kar bo pri ter zaradi bil bilo ni že leta med",
    ),
    (
        "sq",
        "të në dhe për që është nga një më së ka janë por kanë si edhe kjo tha duke me i e u se ai do",
    ),
    (
        "ca",
        "el la els les de del i a en que un una per amb no es s ha dels al com més aquest aquesta però també seva seu fins des són ser va han molt entre ja perquè qui hi",
    ),
    (
        "gl",
        "o a os as do da dos das de e en que un unha no na nos nas por para con se non é ao máis como foi pero tamén seu súa ata desde polo pola",
    ),
    (
        "eu",
        "eta du da dira ere dute izan zuen bat ez egin dela baina zen duen dituzte",
    ),
    (
        "cy",
        "yn y i a o ar yr ei mae wedi fod am ac bod eu gan gyda oedd ond fel hynny sydd mewn ni nid hefyd un cael ddim dweud dywedodd",
    ),
    (
        "ga",
        "agus an na ar go tá bhí sé leis sa ina nach dúirt don ag gur seo",
    ),
    (
        "mt",
        "li ta fil tal għal minn biex kien huwa hija dwar kif qal u jew għall",
    ),
    (
        "id",
        "yang dan di dari untuk dengan pada ini itu dalam tidak akan adalah ke juga oleh sudah saat ada bisa karena telah lebih tersebut kata seperti para bahwa kami mereka hingga antara",
    ),
    (
        "ms",
        "yang dan di dari untuk dengan pada ini itu dalam tidak akan adalah ke juga oleh kepada bagi telah beliau pihak turut berkata antara tersebut kerana boleh bahawa mereka",
    ),
    (
        "jv",
        "ing lan sing kang iki ora karo saka wong dadi uga kanggo marang nalika wis amarga ana",
    ),
    (
        "tl",
        "ang ng sa mga na ay at si ni para hindi ito kung siya nang niya may pa naman din rin lang ko ako mo kanyang dahil isang",
    ),
    (
        "vi",
        "và của là có các được cho không trong một những với người này đã khi đến từ để tại về sẽ cũng ông ở ra năm như",
    ),
    (
        "sw",
        "ya wa na kwa katika ni za la kuwa hiyo alisema huo ambao cha yake hilo baada",
    ),
    (
        "zu",
        "ukuthi futhi noma kodwa uma ngoba lapho kanye emva kwakhe nje uthe kuze nabo yakhe le lo lokhu ngesikhathi abantu kuthiwa wathi umuntu njengoba ke",
    ),
    (
        "sn",
        "kuti uye vanhu asi iye kana nokuti zvakare munhu vari ari mu pa kuna anoti yake navo zvino",
    ),
    (
        "ak",
        "na no ne wɔ sɛ ho mu a yɛ ɛyɛ wɔn nso deɛ bɛyɛ ɔman onipa",
    ),
];
