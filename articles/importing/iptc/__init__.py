"""What the readers of IPTC's formats share: ninjs, NewsML-G2, NewsML 1 and NITF. One idea a file."""
