"""One feed as feedparser reads it, with links and HTML as they were written."""

import feedparser


def read(path):
    feed = feedparser.parse(path, resolve_relative_uris=False, sanitize_html=False)
    return {
        "complaints": [str(feed.get("bozo_exception"))] if feed.bozo else [],
        "version": feed.version,
        **facts(feed.feed),
        "entries": [facts(entry) for entry in feed.entries],
    }


def facts(part):
    return {
        "id": part.get("id"),
        "title": part.get("title"),
        "updated": part.get("updated"),
        "published": part.get("published"),
        "author": part.get("author"),
        "links": [{"rel": link.rel, "href": link.get("href", "")} for link in part.get("links", [])],
        "summary": part.get("summary"),
        "contents": [{"type": content.type, "value": content.value} for content in part.get("content", [])],
    }
