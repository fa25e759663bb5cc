#include "cli/run.h"

#include <exception>
#include <new>

#include "cli/arguments.h"
#include "cli/check.h"
#include "cli/diff.h"
#include "cli/exit_status.h"
#include "cli/extent.h"
#include "cli/log.h"
#include "cli/marking.h"
#include "cli/messages.h"
#include "cli/render.h"

namespace sable::cli {

namespace {

ExitStatus answer(const Answer& answer, const Streams& streams) {
  const base::Result<void> written = write_all(streams.output, answer.text);
  if (written) return ExitStatus::done;
  Messages(streams, {}).print(written.error(), {});
  return status_of(written.error());
}

ExitStatus refuse(const Misuse& misuse, const Streams& streams) {
  Messages messages(streams, {});
  if (!misuse.usage.empty()) messages.line(misuse.usage);
  messages.print(misuse.diagnostics, {});
  return ExitStatus::misuse;
}

ExitStatus obey(const Arguments& arguments, base::World& world, const Surroundings& surroundings) {
  Messages messages(surroundings.streams, arguments.messages);
  if (const auto* command = std::get_if<CheckArguments>(&arguments.command)) {
    return check(*command, world, surroundings, messages);
  }
  if (const auto* command = std::get_if<LogArguments>(&arguments.command)) {
    return log(*command, world, surroundings, messages);
  }
  if (const auto* command = std::get_if<ExtentArguments>(&arguments.command)) {
    return extent(*command, world, surroundings, messages);
  }
  if (const auto* command = std::get_if<DiffArguments>(&arguments.command)) {
    return diff(*command, world, surroundings, messages);
  }
  if (const auto* command = std::get_if<MarkingArguments>(&arguments.command)) {
    return marking(*command, surroundings, messages);
  }
  return render(std::get<RenderArguments>(arguments.command), world, surroundings, messages);
}

ExitStatus run_words(const std::vector<std::string>& words, base::World& world,
                     const Surroundings& surroundings) {
  const auto parsed = parse_arguments(words);
  if (const auto* text = std::get_if<Answer>(&parsed)) return answer(*text, surroundings.streams);
  if (const auto* misuse = std::get_if<Misuse>(&parsed)) {
    return refuse(*misuse, surroundings.streams);
  }
  return obey(std::get<Arguments>(parsed), world, surroundings);
}

// What an exception says may hold words of a report: it is not printed.
ExitStatus give_up(const Streams& streams, base::Fault fault, const char* code, const char* message,
                   const char* help) {
  const base::Diagnostics diagnostics{base::error_without_place(fault, code, message, help)};
  Messages(streams, {}).print(diagnostics, {});
  return status_of(diagnostics);
}

}  // namespace

int run(const std::vector<std::string>& words, base::World& world,
        const Surroundings& surroundings) {
  ExitStatus status = ExitStatus::misuse;
  try {
    status = run_words(words, world, surroundings);
  } catch (const std::bad_alloc&) {
    status = give_up(surroundings.streams, base::Fault::environment, "SBL1040",
                     "there is not enough memory", "close other programs, or split the report");
  } catch (const std::exception&) {
    status = give_up(surroundings.streams, base::Fault::internal, "SBL1041",
                     "the program failed; this is a fault of its own",
                     "please report it with a report that shows it and holds nothing secret");
  }
  return static_cast<int>(status);
}

}  // namespace sable::cli
