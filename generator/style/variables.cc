#include "style/variables.h"

#include "style/cursor.h"

namespace sable::style {
namespace {

// var( <custom-property-name> [, <declaration-value>? ]? )
struct VarArguments {
  std::string name;
  bool has_fallback = false;
  TokenRange fallback;
};

VarArguments read_arguments(TokenRange inside) {
  VarArguments arguments;
  inside = trimmed(inside);
  if (inside.empty() || !inside[0].is(TokenKind::ident) || !inside[0].text.starts_with("--")) {
    return arguments;
  }
  const TokenRange rest = trimmed(inside.subspan(1));
  if (!rest.empty() && !rest[0].is(TokenKind::comma)) return arguments;
  arguments.name = inside[0].text;
  arguments.has_fallback = !rest.empty();
  if (arguments.has_fallback) arguments.fallback = trimmed(rest.subspan(1));
  return arguments;
}

TokenRange inside_of(TokenRange value, size_t open, size_t behind) {
  const size_t close = behind > open + 1 ? behind - 1 : behind;
  return value.subspan(open + 1, close - open - 1);
}

bool append(TokenList& out, TokenRange value, const Lookup& lookup) {
  for (size_t at = 0; at < value.size();) {
    if (out.size() > kLongestValue) return false;
    if (!value[at].is_function("var")) {
      out.push_back(value[at++]);
      continue;
    }
    const size_t behind = behind_block(value, at);
    const VarArguments arguments = read_arguments(inside_of(value, at, behind));
    at = behind;
    if (const TokenList* found = lookup(arguments.name)) {
      out.insert(out.end(), found->begin(), found->end());
    } else if (!arguments.has_fallback || !append(out, arguments.fallback, lookup)) {
      return false;
    }
  }
  return out.size() <= kLongestValue;
}

class Resolver {
 public:
  Resolver(const Environment& parent, const std::map<std::string, const TokenList*>& declared)
      : parent_(parent), declared_(declared), result_(parent) {}

  Environment run() {
    for (const auto& [name, value] : declared_) define(name);
    return std::move(result_);
  }

 private:
  enum class State : uint8_t { begun, done };

  void define(const std::string& name) {
    const auto [state, added] = states_.try_emplace(name, State::begun);
    if (!added) return;
    const auto value = substitute(*declared_.at(name),
                                  [this](const std::string& other) { return look_up(other); });
    if (value) {
      result_[name] = std::make_shared<const TokenList>(std::move(*value));
    } else {
      result_.erase(name);
    }
    states_[name] = State::done;
  }

  const TokenList* look_up(const std::string& name) {
    if (declared_.contains(name)) {
      define(name);
      if (states_[name] == State::begun) return nullptr;  // a cycle
    }
    const auto found = result_.find(name);
    return found != result_.end() ? found->second.get() : nullptr;
  }

  const Environment& parent_;
  const std::map<std::string, const TokenList*>& declared_;
  Environment result_;
  std::map<std::string, State> states_;
};

}  // namespace

std::vector<Reference> find_references(TokenRange value) {
  std::vector<Reference> references;
  for (size_t at = 0; at < value.size(); ++at) {
    if (!value[at].is_function("var")) continue;
    const size_t behind = behind_block(value, at);
    const VarArguments arguments = read_arguments(inside_of(value, at, behind));
    references.push_back(
        {arguments.name, span_of(value.subspan(at, behind - at), {}), arguments.has_fallback});
  }
  return references;
}

std::optional<TokenList> substitute(TokenRange value, const Lookup& lookup) {
  TokenList out;
  if (!append(out, value, lookup)) return std::nullopt;
  return out;
}

Environment resolve(const Environment& parent,
                    const std::map<std::string, const TokenList*>& declared) {
  return Resolver(parent, declared).run();
}

std::string key_of(const Environment& environment) {
  std::string key;
  for (const auto& [name, value] : environment) {
    key += name + ':' + to_text(*value) + ';';
  }
  return key;
}

}  // namespace sable::style
