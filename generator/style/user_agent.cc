#include "style/user_agent.h"

namespace sable::style {
namespace {

// Alignment in the margin boxes is that of CSS Paged Media 3, 5.3; the content of
// notes' calls and numbers that of GCPM 3, 2.
constexpr std::string_view kSheet = R"css(
html, body, section, div, h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dt, dd, table, caption,
thead, tbody, tfoot, tr, th, td, figure, figcaption, pre, blockquote, aside, hr, toc,
list-of, note, endnotes, img, figure > redaction, index, toc-entry, index-entry { display: block }
li { display: list-item }
head, title, meta, running, colgroup, col { display: none }
tr, figure { break-inside: avoid }
td, th { vertical-align: top }

em { font-style: italic }
strong, th { font-weight: bold }
sup { vertical-align: super }
sub { vertical-align: sub }
s { text-decoration-line: line-through }
pre { white-space: pre; text-align: start; hyphens: none }
hr { border-top: 0.75pt solid currentcolor; margin-top: 6pt; margin-bottom: 6pt }
dd { margin-inline-start: 2em }
ul { list-style-type: disc }
ol { list-style-type: decimal }
h1, h2, h3, h4, h5, h6 { break-after: avoid }

toc-entry { text-align: start; hyphens: manual }
toc-number { display: inline-block; min-width: 2em }
toc-page::before { content: "\A0" leader(". ") "\A0" }
index-entry { text-align: start; hyphens: manual }
page-list::before { content: ", " }

html { change-bar-offset: 6pt; change-bar-color: black }
[changed="new"], [changed="cut"] { change-bar-width: 1pt }
[changed="released"] { border: 0.5pt solid currentcolor }

redaction { display: inline-block }
body > redaction, section > redaction, blockquote > redaction, aside > redaction, li > redaction[kind="bullet"],
dd > redaction[kind="bullet"], note > redaction[kind="note"], td > redaction[kind="cell"], td > redaction[kind="row"],
th > redaction[kind="cell"] { display: block }
td > .mark + redaction, th > .mark + redaction { display: inline-block }
redaction::code { content: attr(codes) }
note::footnote-call { content: counter(footnote); vertical-align: super }
note::footnote-marker { content: counter(footnote) }
note[kind="end"] { note-placement: end }

@page {
  size: letter;
  margin: 1in;
  @top-left-corner { text-align: right; vertical-align: middle }
  @top-left { text-align: left; vertical-align: middle }
  @top-center { text-align: center; vertical-align: middle }
  @top-right { text-align: right; vertical-align: middle }
  @top-right-corner { text-align: left; vertical-align: middle }
  @right-top { text-align: center; vertical-align: top }
  @right-middle { text-align: center; vertical-align: middle }
  @right-bottom { text-align: center; vertical-align: bottom }
  @bottom-right-corner { text-align: left; vertical-align: middle }
  @bottom-right { text-align: right; vertical-align: middle }
  @bottom-center { text-align: center; vertical-align: middle }
  @bottom-left { text-align: left; vertical-align: middle }
  @bottom-left-corner { text-align: right; vertical-align: middle }
  @left-bottom { text-align: center; vertical-align: bottom }
  @left-middle { text-align: center; vertical-align: middle }
  @left-top { text-align: center; vertical-align: top }
}
)css";

}  // namespace

std::string_view user_agent_sheet() { return kSheet; }

}  // namespace sable::style
