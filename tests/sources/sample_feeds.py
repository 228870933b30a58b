"""Feeds as they are published, shortened: what each has of a paper, in its own way."""

from __future__ import annotations

import json

RSS_HEAD = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {}><channel>{}'
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:arxiv="http://arxiv.org/schemas/atom"'
)

BIORXIV = f"""<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  {SPACES}>
 <channel rdf:about="http://biorxiv.org"><title>bioRxiv Channel: Neuroscience</title>
  <items><rdf:Seq><rdf:li rdf:resource="http://biorxiv.org/x"/></rdf:Seq></items></channel>
 <item rdf:about="http://biorxiv.org/cgi/content/short/2026.08.18.671234v1?rss=1">
  <title><![CDATA[How <i>Drosophila</i> sleeps &amp; dreams]]></title>
  <link>http://biorxiv.org/cgi/content/short/2026.08.18.671234v1?rss=1</link>
  <description><![CDATA[<p>Flies sleep.</p><p>They may well dream, as is shown here for the first
   time by recording from all of their neurons at once.</p>
   <script>alert(1)</script>]]></description>
  <dc:creator><![CDATA[Lovelace, A. M., Perutz, M.]]></dc:creator>
  <dc:date>2026-08-20</dc:date>
  <dc:identifier>doi:10.1101/2026.08.18.671234</dc:identifier>
  <prism:publicationDate>2026-08-20</prism:publicationDate>
 </item>
</rdf:RDF>""".encode()

JOURNAL = (
    RSS_HEAD.format(SPACES, "<title>Journal of Things</title>")
    + """
 <item><title>On things &#8211; a review</title><link>https://www.example.org/articles/1</link>
  <guid isPermaLink="false">things-1</guid><description>Things, Published online.</description>
  <content:encoded><![CDATA[<p>Things, Published online; doi:10.1000/Things.1</p>There are
   things, and then there are other things, of which much less is known than was thought.]]>
  </content:encoded>
  <dc:creator>Ada Lovelace</dc:creator><dc:creator>Max Perutz</dc:creator>
  <prism:doi>10.1000/Things.1</prism:doi><prism:publicationName>J. Things</prism:publicationName>
  <pubDate>Thu, 20 Aug 2026 23:30:00 -0400</pubDate><category>things</category></item>
 <item><title>A note without any id</title><link>https://www.example.org/articles/2</link>
  <author>max@example.org (Max Perutz)</author></item>
</channel></rss>"""
).encode()

ATOM = b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>A blog</title><id>urn:blog</id>
 <entry><id>urn:uuid:1</id>
  <title type="html">Why &amp;lt;b&amp;gt; is &lt;b&gt;bold&lt;/b&gt;</title>
  <link rel="alternate" href="/posts/1"/>
  <link rel="related" href="https://arxiv.org/abs/2608.01234v2"/>
  <author><name>Ada Lovelace</name></author><updated>2026-08-21T00:30:00+02:00</updated>
  <summary>Because.</summary></entry>
</feed>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "A JSON feed",
        "authors": [{"name": "The House"}],
        "items": [
            {
                "id": 7,
                "url": "https://example.org/7",
                "title": "Seven <em>things</em>",
                "content_html": "<p>They are seven.</p>",
                "date_published": "2026-08-20T10:00:00Z",
                "authors": [{"name": "Ada Lovelace"}, {"name": 3}, "x"],
                "tags": ["things", 9],
            },
            {
                "id": "https://doi.org/10.1000/eight",
                "title": "Eight",
                "content_text": "1 < 2",
                "author": {"name": "Max Perutz"},
            },
            {"id": "nine", "url": "https://example.org/9", "title": "Nine"},
            "x",
        ],
    }
).encode()


def rss(*items: str, head: str = "<title>T</title>") -> bytes:
    """An RSS feed of these items."""
    return (RSS_HEAD.format(SPACES, head) + "".join(items) + "</channel></rss>").encode()


def item(number: int, **changed: str) -> str:
    """One of many entries; a field that is empty is not there."""
    fields = {
        "title": f"Paper {number}",
        "link": f"https://example.org/{number}",
        "guid": f"guid-{number}",
        "pubDate": "Thu, 20 Aug 2026 10:00:00 GMT",
        **changed,
    }
    inside = "".join(f"<{name}>{text}</{name}>" for name, text in fields.items() if text)
    return f"<item>{inside}</item>"


def announced(number: str, kind: str = "new", **changed: str) -> str:
    """An item of arXiv's feed."""
    fields = {
        "title": f"Paper {number}",
        "link": f"https://arxiv.org/abs/{number}",
        "description": f"arXiv:{number}v1 Announce Type: {kind} \nAbstract: We show {number}.",
        "guid": f"oai:arXiv.org:{number}v1",
        "pubDate": "Thu, 20 Aug 2026 00:00:00 -0400",
        "arxiv:announce_type": kind,
        "dc:creator": "Ada Lovelace, Max Perutz",
        "category": "cs.CL",
        **changed,
    }
    inside = "".join(f"<{name}>{text}</{name}>" for name, text in fields.items() if text)
    return f"<item>{inside}</item>"
