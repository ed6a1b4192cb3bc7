/** Examples of the extensions in GFM 0.29: tables, task lists, strikethrough, addresses, forbidden tags. */
export const gfmExamples = [
  '| foo | bar |\n| --- | --- |\n| baz | bim |', '| abc | defghi |\n:-: | -----------:\nbar | baz', '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |',
  '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar', '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar', '| abc | def |\n| --- |\n| bar |',
  '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |', '| abc | def |\n| --- | --- |', '- [ ] foo\n- [x] bar', '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim',
  '~~Hi~~ Hello, ~there~ world!', 'This ~~has a\n\nnew paragraph~~.', 'www.commonmark.org', 'Visit www.commonmark.org/help for more information.',
  'www.google.com/search?q=Markup+(business)', 'http://commonmark.org\n\n(Visit https://encrypted.google.com/search?q=Markup+(business))', 'foo@bar.baz', 'hello@mail+xyz.example isn\'t valid, but hello+xyz@mail.example is.', '<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed.  <XMP> is also disallowed.\n</blockquote>',
] as const;
