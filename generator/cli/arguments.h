// The command line as a value.
//
// In:  the words behind the program's name.
// Out: a command with its options; or a text that was asked for (--help,
//      --version); or what is wrong with the words.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "marking/marking.h"

namespace sable::cli {

enum class Color { automatic, always, never };

// A stage whose value is printed in place of a PDF.
enum class Dump { none, released, markup, pages, structure };

struct MessageArguments {
  Color color = Color::automatic;
  bool excerpts = false;  // words of a report may be quoted even off a terminal
  bool quiet = false;     // errors and warnings only
};

// Where the program's own files are, if not where it finds them by itself.
struct PlaceArguments {
  std::string templates;  // the folder of the templates
  std::string fonts;      // the font manifest
};

struct RenderArguments {
  std::vector<std::string> files;          // "-": standard input
  std::vector<std::string> releases;       // empty: every release that redacts
  std::string output;                      // a PDF, a folder, "-", or empty
  std::string changes_since;               // an earlier version of the report, or empty
  std::vector<std::string> release_files;  // releases that serve many reports
  PlaceArguments places;
  Dump dump = Dump::none;
  unsigned jobs = 0;  // threads; 0: as many as the machine runs at once
  bool timings = false;
};

struct CheckArguments {
  std::vector<std::string> files;
  std::vector<std::string> release_files;
  PlaceArguments places;
  bool fix = false;  // redactions without an id are given one
};

enum class RegisterFormat { table, csv, json, pdf };

struct LogArguments {
  std::string file;  // "-": standard input
  std::string release;
  std::string output;  // a file, "-", or empty
  std::optional<RegisterFormat> format;
  bool is_public = false;
  std::vector<std::string> release_files;
  PlaceArguments places;
};

enum class ExtentFormat { text, json };

struct ExtentArguments {
  std::string file;     // "-": standard input
  std::string release;  // empty: all redactions
  ExtentFormat format = ExtentFormat::text;
  std::vector<std::string> release_files;
  PlaceArguments places;
};

enum class DiffFormat { text, json, pdf };

struct DiffArguments {
  std::vector<std::string> files;     // one, or the earlier and the later; "-": standard input
  std::vector<std::string> releases;  // the earlier and the later, or one of two files
  std::string output;                 // a file, "-", or empty
  std::optional<DiffFormat> format;
  std::vector<std::string> release_files;
  PlaceArguments places;
};

enum class MarkingAction { check, join, explain };
enum class MarkingFormat { json, text };

struct MarkingArguments {
  MarkingAction action = MarkingAction::check;
  std::vector<std::string> markings;  // none, or "-": standard input
  std::string system = "us-ic";
  marking::Form form = marking::Form::any;
  MarkingFormat format = MarkingFormat::json;
};

struct Arguments {
  MessageArguments messages;
  std::variant<RenderArguments, CheckArguments, LogArguments, ExtentArguments, DiffArguments,
               MarkingArguments>
      command;
};

// A text for standard output; the run ends well.
struct Answer {
  std::string text;
};

// A text or a finding for standard error; the run ends with ExitStatus::misuse.
struct Misuse {
  std::string usage;  // what to type instead, where nothing was typed
  base::Diagnostics diagnostics;
};

std::variant<Arguments, Answer, Misuse> parse_arguments(const std::vector<std::string>& words);

}  // namespace sable::cli
