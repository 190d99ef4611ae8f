//! The words that credits open with and the houses that sign pictures, folded.

/// Words that open a credit; a colon or `by` follows, or they stand in brackets.
pub(super) const CREDIT_WORDS: &[&str] = &[
    "photo credit", "photos credit", "image credit", "picture credit", "video credit", "photo courtesy",
    "image courtesy", "image source", "photo source", "photograph", "photographs", "photography", "photographer",
    "photos", "photo", "pictures", "picture", "pic", "images", "image", "credits", "credit", "illustration",
    "graphic", "screenshot", "file photo", "file", "handout", "courtesy", "source", "copyright", "bildquelle",
    "bildnachweis", "bildrechte", "bild", "foto", "fotos", "fotocredit", "quelle", "grafik", "symbolbild",
    "symbolfoto", "archivbild", "archivfoto", "crédit photo", "crédit", "crédits", "photo d'illustration",
    "photographie", "fotografía", "imagen", "créditos", "crédito", "fuente", "foto di", "immagine", "fotografia",
    "fonte", "fotograf", "fotografi", "fotoğraf", "kaynak", "billede", "kuva", "valokuva", "fot", "zdjęcie", "zdj",
    "fotó", "forrás", "snímek", "zdroj", "izvor", "sursa", "фото", "иллюстрация", "источник", "джерело", "снимка",
    "φωτογραφία", "φωτο", "صورة", "تصوير", "المصدر", "צילום", "사진", "写真", "図", "图", "图片来源", "来源", "ảnh", "beeld",
    "sumber", "nuotr", "ljósmynd", "mynd",
];

/// Picture houses and agencies that sign pictures.
pub(super) const HOUSES: &[&str] = &[
    "getty images", "getty", "afp via getty images", "getty images/istockphoto", "istock", "istockphoto",
    "shutterstock", "alamy", "alamy stock photo", "imago", "imago images", "picture alliance", "picture-alliance",
    "epa", "epa-efe", "ap photo", "pixabay", "unsplash", "pexels", "wikimedia commons", "keystone", "depositphotos",
    "adobe stock", "scanpix", "tt nyhetsbyrån", "zuma press", "zuma wire", "instagram", "facebook", "twitter",
    "tiktok", "youtube", "screengrab", "screenshot", "handout", "wireimage", "filmmagic", "rex features", "rex",
    "splash news", "backgrid", "the mega agency", "mega agency", "action images", "ullstein bild", "akg-images",
    "nurphoto", "bildbyrån", "stella pictures", "ritzau scanpix", "maxppp", "sipa", "abaca", "hans lucas",
    "bestimage", "image images", "stock photo", "supplied", "file photo", "courtesy", "hand-out",
    "dpa picture alliance", "reuters pictures", "xinhua", "tass", "sputnik",
];
