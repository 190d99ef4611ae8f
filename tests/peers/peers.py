#!/usr/bin/env python3
"""peers.py TOOL FOLDER: what TOOL (trafilatura, newspaper4k, htmldate) finds in FOLDER/html, a JSON line a page."""

import gzip
import json
import pathlib
import re
import sys


def trafilatura(page, url):
    from trafilatura import bare_extraction

    found = bare_extraction(page, url=url, with_metadata=True, include_comments=False)
    if found is None:
        return {}
    authors = [name for name in (found.author or "").split("; ") if name]
    return {"title": found.title, "date": found.date, "authors": authors, "body": found.text}


def newspaper4k(page, url):
    import newspaper

    article = newspaper.article(url or "http://localhost/", input_html=page.decode("utf-8", "replace"))
    date = str(article.publish_date)[:10] if article.publish_date else None
    return {"title": article.title, "date": date, "authors": article.authors, "body": article.text}


def htmldate(page, url):
    from htmldate import find_date

    return {"date": find_date(page, url=url, original_date=True)}


def main():
    tool, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    find = {"trafilatura": trafilatura, "newspaper4k": newspaper4k, "htmldate": htmldate}[tool]
    with open(folder / "gold.jsonl", encoding="utf-8") as gold:
        urls = {row["id"]: row.get("url") for row in map(json.loads, gold)}
    for path in sorted((folder / "html").iterdir()):
        page = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
        name = re.sub(r"\.html?(\.gz)?$", "", path.name)
        try:
            found = find(page, urls.get(name))
        except Exception as error:  # a page that a tool cannot read is a page in which it finds nothing
            print(f"{name}: {error}", file=sys.stderr)
            found = {}
        print(json.dumps({"id": name, **found}, ensure_ascii=False))


if __name__ == "__main__":
    main()
