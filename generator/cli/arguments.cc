// The only file that includes CLI11, which is slow to compile.

#include "cli/arguments.h"

#include <algorithm>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace sable::cli {

namespace {

constexpr const char* kUsage =
    "sable turns a report written in YAML into PDFs, one for each of its releases.\n"
    "\n"
    "  sable check report.yaml                 says what is wrong with a report\n"
    "  sable render report.yaml                writes every redacted release\n"
    "  sable render report.yaml --release foia writes that one\n"
    "\n"
    "Type sable --help for the rest.\n";

constexpr const char* kFooter =
    "Exit status: 0 done; 1 check found errors, diff a difference, or marking an invalid one;\n"
    "2 wrong usage, or a fault of the program; 3 a file is missing or cannot be read or written; "
    "42 the report or\n"
    "template is wrong.";

const std::map<std::string, Color> kColors = {
    {"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}};
const std::map<std::string, Dump> kDumps = {{"released", Dump::released},
                                            {"markup", Dump::markup},
                                            {"pages", Dump::pages},
                                            {"structure", Dump::structure}};

const std::map<std::string, RegisterFormat> kFormats = {{"table", RegisterFormat::table},
                                                        {"csv", RegisterFormat::csv},
                                                        {"json", RegisterFormat::json},
                                                        {"pdf", RegisterFormat::pdf}};

const std::map<std::string, ExtentFormat> kExtentFormats = {{"text", ExtentFormat::text},
                                                            {"json", ExtentFormat::json}};

const std::map<std::string, DiffFormat> kDiffFormats = {
    {"text", DiffFormat::text}, {"json", DiffFormat::json}, {"pdf", DiffFormat::pdf}};

const std::map<std::string, MarkingFormat> kMarkingFormats = {{"json", MarkingFormat::json},
                                                              {"text", MarkingFormat::text}};
const std::map<std::string, marking::Form> kForms = {{"any", marking::Form::any},
                                                     {"banner", marking::Form::banner},
                                                     {"portion", marking::Form::portion}};

struct ActionName {
  MarkingAction action;
  const char* name;
  const char* description;
};
constexpr ActionName kMarkingActions[] = {
    {MarkingAction::check, "check", "Say whether each marking is valid, and by which rule not"},
    {MarkingAction::join, "join", "Join portion marks to the marking of the whole"},
    {MarkingAction::explain, "explain", "Say what each part of a marking means"}};

template <typename Choice>
CLI::Validator one_of(const std::map<std::string, Choice>& choices) {
  std::vector<std::string> names;
  for (const auto& [name, value] : choices) names.push_back(name);
  return CLI::IsMember(std::move(names));
}

// The program's commands and options, bound to the values they fill.
class Grammar {
 public:
  Grammar() : app_("Typesets reports and redacts their releases.", "sable") {
    app_.set_version_flag("--version", "sable " SABLE_VERSION, "Print the version");
    app_.set_help_flag("-h,--help", "Print this help");
    app_.require_subcommand(1);
    app_.footer(kFooter);
    app_.get_formatter()->column_width(34);
    add_render();
    add_check();
    add_log();
    add_extent();
    add_diff();
    add_marking();
  }

  CLI::App& app() { return app_; }

  Arguments arguments() const {
    Arguments arguments{messages_, check_};
    arguments.messages.color = kColors.at(color_);
    if (render_command_->parsed()) {
      RenderArguments render = render_;
      if (!dump_.empty()) render.dump = kDumps.at(dump_);
      arguments.command = std::move(render);
    }
    if (log_command_->parsed()) {
      LogArguments log = log_;
      if (!format_.empty()) log.format = kFormats.at(format_);
      arguments.command = std::move(log);
    }
    if (extent_command_->parsed()) {
      ExtentArguments extent = extent_;
      if (!extent_format_.empty()) extent.format = kExtentFormats.at(extent_format_);
      arguments.command = std::move(extent);
    }
    if (diff_command_->parsed()) {
      DiffArguments diff = diff_;
      if (!format_.empty()) diff.format = kDiffFormats.at(format_);
      arguments.command = std::move(diff);
    }
    if (marking_command_->parsed()) {
      MarkingArguments marking = marking_;
      for (const ActionName& one : kMarkingActions) {
        if (marking_command_->got_subcommand(one.name)) marking.action = one.action;
      }
      if (!form_.empty()) marking.form = kForms.at(form_);
      if (!format_.empty()) marking.format = kMarkingFormats.at(format_);
      arguments.command = std::move(marking);
    }
    return arguments;
  }

 private:
  void add_render() {
    CLI::App* command = app_.add_subcommand("render", "Write the PDFs of a report's releases");
    render_command_ = command;
    add_files(*command, render_.files);
    command
        ->add_option("-r,--release", render_.releases,
                     "A release to render; may be repeated. Without it: all that redact")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command
        ->add_option("-o,--output", render_.output,
                     "A PDF, a folder, or - for standard output. Without it: out/REPORT/")
        ->type_name("PLACE");
    command
        ->add_option("--changes-since", render_.changes_since,
                     "An earlier version of the report: lines that differ have a bar beside them")
        ->type_name("FILE");
    add_release_files(*command, render_.release_files);
    add_places(*command, render_.places);
    command->add_option("--dump", dump_, "Print a stage of the release instead of a PDF")
        ->check(one_of(kDumps).description(""))
        ->type_name("released|markup|pages|structure");
    command->add_option("-j,--jobs", render_.jobs, "Threads; the PDF does not depend on it")
        ->type_name("NUMBER")
        ->check(CLI::Range(1u, 256u).description(""));
    command->add_flag("--timings", render_.timings, "Say how long each stage took");
    add_messages(*command);
  }

  void add_check() {
    CLI::App* command = app_.add_subcommand("check", "Say what is wrong with a report");
    add_files(*command, check_.files);
    add_release_files(*command, check_.release_files);
    command->add_flag("--fix", check_.fix, "Write a random id into each redaction without one");
    add_places(*command, check_.places);
    add_messages(*command);
  }

  void add_log() {
    CLI::App* command = app_.add_subcommand("log", "List what a release withholds, and why");
    log_command_ = command;
    command->add_option("FILE", log_.file, "A report in YAML; - for standard input")
        ->required()
        ->type_name("");
    command->add_option("-r,--release", log_.release, "The release")->required()->type_name("NAME");
    command->add_flag("--public", log_.is_public,
                      "Leave out what only officers may know: made of the release alone");
    command->add_option("--format", format_, "Without it: by the ending of --output, else a table")
        ->check(one_of(kFormats).description(""))
        ->type_name("table|csv|json|pdf");
    command->add_option("-o,--output", log_.output, "A file; without it: standard output")
        ->type_name("FILE");
    add_release_files(*command, log_.release_files);
    add_places(*command, log_.places);
    add_messages(*command);
  }

  void add_extent() {
    CLI::App* command =
        app_.add_subcommand("extent", "Propose sizes of boxes, and what they tell; writes nothing");
    extent_command_ = command;
    command->add_option("FILE", extent_.file, "A report in YAML; - for standard input")
        ->required()
        ->type_name("");
    command
        ->add_option("-r,--release", extent_.release,
                     "Only what that release withholds. Without it: every redaction")
        ->type_name("NAME");
    command->add_option("--format", extent_format_, "Without it: text")
        ->check(one_of(kExtentFormats).description(""))
        ->type_name("text|json");
    add_release_files(*command, extent_.release_files);
    add_places(*command, extent_.places);
    add_messages(*command);
  }

  void add_diff() {
    CLI::App* command =
        app_.add_subcommand("diff", "Say what two releases show otherwise, or two versions");
    diff_command_ = command;
    command
        ->add_option("FILE", diff_.files,
                     "A report in YAML, or its earlier and its later version; - for standard input")
        ->required()
        ->type_name("");
    command
        ->add_option("-r,--release", diff_.releases,
                     "A release. Of one report the earlier and the later; of two versions one for "
                     "both, or that of each")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command->add_option("--format", format_, "Without it: by the ending of --output, else text")
        ->check(one_of(kDiffFormats).description(""))
        ->type_name("text|json|pdf");
    command->add_option("-o,--output", diff_.output, "A file; without it: standard output")
        ->type_name("FILE");
    add_release_files(*command, diff_.release_files);
    add_places(*command, diff_.places);
    add_messages(*command);
  }

  void add_marking() {
    marking_command_ =
        app_.add_subcommand("marking", "Check, join or explain markings by themselves");
    marking_command_->require_subcommand(1);
    for (const ActionName& one : kMarkingActions) {
      CLI::App* action = marking_command_->add_subcommand(one.name, one.description);
      action
          ->add_option("MARKING", marking_.markings,
                       "A marking; without any, or with -, one a line from standard input")
          ->type_name("");
      action->add_option("-s,--system", marking_.system, "The marking system; without it us-ic")
          ->type_name("NAME");
      action->add_option("-k,--kind", form_, "Where the markings stand; without it anywhere")
          ->check(one_of(kForms).description(""))
          ->type_name("banner|portion|any");
      action->add_option("--format", format_, "Without it: json, an object a line")
          ->check(one_of(kMarkingFormats).description(""))
          ->type_name("json|text");
      add_messages(*action);
    }
  }

  void add_files(CLI::App& command, std::vector<std::string>& files) {
    command.add_option("FILE", files, "A report in YAML; - for standard input")
        ->required()
        ->type_name("");
  }

  void add_release_files(CLI::App& command, std::vector<std::string>& files) {
    command
        .add_option("--release-file", files,
                    "Releases in a file of their own, beside those of the report; may be repeated")
        ->type_name("FILE")
        ->allow_extra_args(false);
  }

  void add_places(CLI::App& command, PlaceArguments& places) {
    command.add_option("--templates", places.templates, "The folder of the templates")
        ->type_name("FOLDER");
    command.add_option("--fonts", places.fonts, "The font manifest")->type_name("FILE");
  }

  void add_messages(CLI::App& command) {
    command.add_flag("--excerpts", messages_.excerpts,
                     "Quote the report in messages even where they do not go to a terminal");
    command.add_option("--color", color_, "Colour in messages: auto, always or never")
        ->check(one_of(kColors).description(""))
        ->type_name("WHEN");
    command.add_flag("-q,--quiet", messages_.quiet, "Print errors and warnings only");
  }

  CLI::App app_;
  CLI::App* render_command_ = nullptr;
  CLI::App* log_command_ = nullptr;
  CLI::App* extent_command_ = nullptr;
  CLI::App* diff_command_ = nullptr;
  CLI::App* marking_command_ = nullptr;
  MessageArguments messages_;
  RenderArguments render_;
  CheckArguments check_;
  LogArguments log_;
  ExtentArguments extent_;
  DiffArguments diff_;
  MarkingArguments marking_;
  std::string color_ = "auto";
  std::string dump_;
  std::string format_;
  std::string extent_format_;
  std::string form_;
};

Misuse misuse(const char* code, std::string message, std::string help) {
  return {{},
          {base::error_without_place(base::Fault::internal, code, std::move(message),
                                     std::move(help))}};
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

// A file in place of a command.
bool is_report(std::string_view word) {
  return word.ends_with(".yaml") || word.ends_with(".yml") ||
         word.find('/') != std::string_view::npos;
}

// `sable help render` is `sable render --help`.
std::vector<std::string> help_spelt_out(const std::vector<std::string>& words) {
  if (words.front() != "help") return words;
  std::vector<std::string> spelt(words.begin() + 1, words.end());
  spelt.emplace_back("--help");
  return spelt;
}

// The first word that is not an option, if it is no command.
std::optional<Misuse> wrong_command(const std::vector<std::string>& words, const CLI::App& app) {
  const auto first = std::find_if(words.begin(), words.end(),
                                  [](const std::string& word) { return !word.starts_with('-'); });
  if (first == words.end()) return std::nullopt;
  const std::vector<std::string> names = command_names(app);
  if (std::find(names.begin(), names.end(), *first) != names.end()) return std::nullopt;
  if (is_report(*first)) {
    return misuse("SBL1001", fmt::format("there is no command {}", *first),
                  fmt::format("did you mean sable render {}?", *first));
  }
  const std::string* meant = base::nearest(*first, names);
  return misuse("SBL1001", fmt::format("there is no command {}", *first),
                meant != nullptr ? fmt::format("did you mean sable {}?", *meant)
                                 : fmt::format("the commands are {}", fmt::join(names, ", ")));
}

// The command that was chosen, and below it the action.
struct Chosen {
  const CLI::App* command;
  std::string name;  // "sable marking check"
};
Chosen chosen_in(const CLI::App& app) {
  Chosen chosen{&app, "sable"};
  for (auto below = app.get_subcommands(); !below.empty();) {
    chosen.command = below.front();
    chosen.name += ' ';
    chosen.name += chosen.command->get_name();
    below = chosen.command->get_subcommands();
  }
  return chosen;
}

// A command that has actions, without one or with a wrong one.
Misuse wrong_action(const CLI::App& command, const std::string& name) {
  const std::vector<std::string> names = command_names(command);
  const std::string list = fmt::format("the actions are {}", fmt::join(names, ", "));
  const std::vector<std::string> remaining = command.remaining();
  if (remaining.empty()) {
    return misuse("SBL1001", fmt::format("{} needs to be told what to do", name), list);
  }
  const std::string* meant = base::nearest(remaining.front(), names);
  return misuse("SBL1001", fmt::format("{} has no action {}", name, remaining.front()),
                meant != nullptr ? fmt::format("did you mean {} {}?", name, *meant) : list);
}

Misuse wrong_option(const CLI::ParseError& error, const CLI::App& app) {
  const auto [chosen, name] = chosen_in(app);
  const CLI::App& command = *chosen;
  if (&command != &app && !command_names(command).empty()) return wrong_action(command, name);
  const std::string help = fmt::format("type {} --help", name);
  const std::vector<std::string> remaining = command.remaining();
  if (!remaining.empty()) {
    const std::string word = remaining.front().substr(0, remaining.front().find('='));
    const std::vector<std::string> names = option_names(command);
    const std::string* meant = base::nearest(word, names);
    return misuse("SBL1000", fmt::format("{} has no option {}", name, word),
                  meant != nullptr ? fmt::format("did you mean {}?", *meant) : help);
  }
  if (error.get_name() == "RequiredError") {
    const bool lacks_release =
        name == "sable log" &&
        std::string_view(error.what()).find("--release") != std::string::npos;
    if (lacks_release) {
      return misuse("SBL1000", "sable log needs a release",
                    "type sable log report.yaml --release NAME");
    }
    return misuse("SBL1000",
                  &command == &app ? "a command is missing" : fmt::format("{} needs a file", name),
                  &command == &app ? help : fmt::format("type {} report.yaml", name));
  }
  return misuse("SBL1000", error.what(), help);
}

}  // namespace

std::variant<Arguments, Answer, Misuse> parse_arguments(const std::vector<std::string>& typed) {
  if (typed.empty()) return Misuse{kUsage, {}};
  const std::vector<std::string> words = help_spelt_out(typed);
  Grammar grammar;
  CLI::App& app = grammar.app();
  if (std::optional<Misuse> wrong = wrong_command(words, app)) return *std::move(wrong);
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    return grammar.arguments();
  } catch (const CLI::CallForHelp&) {
    return Answer{app.help()};
  } catch (const CLI::CallForVersion& version) {
    return Answer{std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    return wrong_option(error, app);
  }
}

}  // namespace sable::cli
