// Values of a release for the tests of markup/.
#include "samples.h"

#include <initializer_list>
#include <string_view>

namespace sable::markup::test {

Note note_of(Ordinal ordinal, std::vector<Inlines> paragraphs) {
  Note made;
  made.ordinal = ordinal;
  made.paragraphs = std::move(paragraphs);
  return made;
}

Note withheld_note(Ordinal ordinal, Hole hole) {
  Note made;
  made.ordinal = ordinal;
  made.paragraphs = std::move(hole);
  return made;
}

Field field_of(Ordinal ordinal, Inlines text) {
  Field made;
  made.ordinal = ordinal;
  made.text = std::move(text);
  return made;
}

Field withheld_field(Ordinal ordinal, Hole hole) {
  Field made;
  made.ordinal = ordinal;
  made.text = std::move(hole);
  return made;
}

namespace {

void append(std::string& out, std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts) out += part;
}

std::string place_of(const base::Span& span, const base::SourceSet& sources) {
  const auto at = sources.locate(span.file, span.begin);
  std::string out;
  append(out, {sources.file(span.file).name, ":", std::to_string(at.line), ":",
               std::to_string(at.column)});
  return out;
}

}  // namespace

std::string told(const base::Diagnostic& diagnostic, const base::SourceSet& sources) {
  std::string out = diagnostic.code;
  if (diagnostic.span) append(out, {" ", place_of(*diagnostic.span, sources)});
  append(out, {" ", diagnostic.message, " | ", diagnostic.help});
  if (!diagnostic.place.empty()) append(out, {" | at ", diagnostic.place});
  if (!diagnostic.echo.empty()) append(out, {" | echo ", diagnostic.echo});
  for (const auto& label : diagnostic.related) {
    append(out, {" | ", place_of(label.span, sources), " ", label.text});
  }
  return out;
}

}  // namespace sable::markup::test
