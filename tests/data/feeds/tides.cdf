<?xml version="1.0"?>
<CHANNEL HREF="http://tides.example/" BASE="http://tides.example/" LASTMOD="2026-11-12T08:00">
  <TITLE>Tides</TITLE>
  <ABSTRACT>What the water does</ABSTRACT>
  <ITEM HREF="/high.html" LASTMOD="2026-11-12T07:00">
    <TITLE>High water at noon</TITLE>
    <ABSTRACT>Boats may leave by the north gate.</ABSTRACT>
  </ITEM>
</CHANNEL>
