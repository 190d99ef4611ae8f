use super::*;

#[test]
fn what_is_added_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("index");
    let index = Index::create(&path).expect("creates");
    let mut writer = index.writer(&Options::default()).expect("writes");
    let article = crate::article::Article {
        id: "00112233445566ff".into(),
        path: "a.txt".into(),
        title: Some("Wolves return".into()),
        body: "They were seen.\n\nTwice.".into(),
        ..Default::default()
    };
    writer.add(&article, &[1, 2]).expect("adds");
    writer.commit().expect("commits");
    let snapshot = index.snapshot().expect("reads");
    assert_eq!(snapshot.articles().expect("counts"), 1);
    assert_eq!(snapshot.find("0011").expect("finds"), vec![article]);
}
