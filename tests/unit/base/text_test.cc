#include <cerrno>

#include <unistd.h>

#include <gtest/gtest.h>

#include "base/hash.h"
#include "base/print.h"
#include "base/span.h"
#include "base/utf8.h"
#include "base/world.h"

namespace sable::base {
namespace {

TEST(Utf8, FindsWhatIsNotWellFormed) {
  EXPECT_EQ(find_bad_utf8("Zürich €𝄞"), std::nullopt);
  EXPECT_EQ(find_bad_utf8("ab\xC0\xAF"), 2u);        // overlong
  EXPECT_EQ(find_bad_utf8("\xED\xA0\x80"), 0u);      // a surrogate
  EXPECT_EQ(find_bad_utf8("\xF4\x90\x80\x80"), 0u);  // above U+10FFFF
  EXPECT_EQ(find_bad_utf8("a\xE2\x82"), 1u);         // cut short
}

TEST(Utf8, ReadsWhatItWrites) {
  for (const char32_t c : {U'a', U'ü', U'€', U'\U0001D11E', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    size_t offset = 0;
    EXPECT_EQ(next_code_point(text, offset), c);
    EXPECT_EQ(offset, text.size());
  }
}

TEST(Hash, IsSha256) {
  // FIPS 180-4, the example "abc".
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Nearest, OffersOnlyWhatIsNear) {
  const std::vector<std::string> names{"heading", "bullets", "quote"};
  ASSERT_NE(nearest("headign", names), nullptr);
  EXPECT_EQ(*nearest("headign", names), "heading");
  EXPECT_EQ(nearest("table", names), nullptr);
  ASSERT_NE(nearest("qutoe", names), nullptr);
  EXPECT_EQ(*nearest("qutoe", names), "quote");
  EXPECT_EQ(nearest("", names), nullptr);
}

TEST(SourceSet, CountsColumnsInCodePoints) {
  SourceSet sources;
  const FileId id = sources.add("a.yaml", "eins\nzürich: x\r\n", Secrecy::open);
  EXPECT_EQ(sources.locate(id, 5).line, 2u);
  EXPECT_EQ(sources.locate(id, 13).column, 8u);
  EXPECT_EQ(sources.line_at(id, 13), "zürich: x");
  EXPECT_EQ(sources.locate(id, 9999).line, 3u);
}

// The lists of residue are withheld words, with or without a redaction beside them.
TEST(Print, NeverQuotesTheListsOfResidue) {
  SourceSet sources;
  const std::string text = "sable: 1\nresidue:\n  terms:\n    - Canary\n\nbody:\n  - p: Open\n";
  const FileId id = sources.add("a.yaml", text, Secrecy::secret);
  const auto printed = [&](const char* word) {
    const auto at = static_cast<uint32_t>(text.find(word));
    Diagnostic diagnostic = error_without_place(Fault::input, "SBL0001", "wrong", "mend it");
    diagnostic.span = Span{id, at, at + 4};
    return print(diagnostic, sources, {.excerpts = true});
  };
  EXPECT_EQ(printed("Canary").find("Canary"), std::string::npos);
  EXPECT_NE(printed("Open").find("Open"), std::string::npos);
}

TEST(World, MemoryKeepsWhatWasThereWhenAWriteFails) {
  MemoryWorld world;
  world.files["a"] = "old";
  world.fail_writes = true;
  const auto result = world.write("a", "new");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error()[0].fault, Fault::environment);
  EXPECT_EQ(world.files["a"], "old");
}

TEST(World, DiskWritesAllFilesOrNone) {
  const std::string folder = testing::TempDir() + "sable-world-test";
  const auto world = disk_world();
  ASSERT_TRUE(world->make_folder(folder));
  ASSERT_TRUE(world->write_all({{folder + "/a", "old"}, {folder + "/b", "old"}}));
  const auto failed = world->write_all({{folder + "/a", "new"}, {folder + "/none/b", "new"}});
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error()[0].code, "SBL0004");
  EXPECT_EQ(*world->read(folder + "/a"), "old");
  EXPECT_EQ(world->list(folder), (std::vector<std::string>{"a", "b"}));
}

TEST(World, DiskSaysWhatIsMissing) {
  const auto result = disk_world()->read("/nonexistent/file.yaml");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error()[0].code, "SBL0001");
  EXPECT_EQ(result.error()[0].fault, Fault::environment);
}

TEST(World, DiskTellsAFolderFromAFileThatCannotBeRead) {
  const std::string folder = testing::TempDir() + "sable-world-read-test";
  const auto world = disk_world();
  ASSERT_TRUE(world->make_folder(folder));
  const auto result = world->read(folder);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error()[0].code, "SBL0005");
  EXPECT_EQ(result.error()[0].fault, Fault::input);
  // A link to itself cannot be read even by root.
  const std::string loop = folder + "/loop";
  ASSERT_TRUE(::symlink("loop", loop.c_str()) == 0 || errno == EEXIST);
  const auto unreadable = world->read(loop);
  ASSERT_FALSE(unreadable);
  EXPECT_EQ(unreadable.error()[0].code, "SBL0002");
  EXPECT_EQ(unreadable.error()[0].fault, Fault::environment);
  EXPECT_FALSE(unreadable.error()[0].help.empty());
}

class Excerpts : public testing::Test {
 protected:
  std::string show(const std::string& text, const std::string& at, bool excerpts) {
    SourceSet sources;
    const FileId id = sources.add("r.yaml", text, Secrecy::secret);
    const auto begin = static_cast<uint32_t>(text.find(at));
    Diagnostic diagnostic = error_at({id, begin, begin + static_cast<uint32_t>(at.size())},
                                     "SBL0999", "this is wrong", "mend it");
    diagnostic.echo = at;
    return print(diagnostic, sources, {excerpts, false});
  }
};

// A terminal would take some of it for commands.
TEST_F(Excerpts, LeaveOutWhatIsNoText) {
  for (const char* line : {"p: \x1B[31mbad\n", "p: \xFF bad\n", "p: \x7F bad\n"}) {
    EXPECT_EQ(show(line, "bad", true).find("| p:"), std::string::npos);
  }
  EXPECT_NE(show("p: \tbäd bad\n", "bad", true).find("| p:"), std::string::npos);
}

TEST_F(Excerpts, AreLeftOutUnlessAllowed) {
  EXPECT_EQ(show("p: bad word\n", "bad", false),
            "r.yaml:1:4: error: this is wrong [SBL0999]\n  help: mend it\n");
}

TEST_F(Excerpts, PointAtThePlace) {
  EXPECT_EQ(show("p: bad word\n", "bad", true),
            "r.yaml:1:4: error: this is wrong (here: bad) [SBL0999]\n"
            "      1 | p: bad word\n"
            "        |    ^^^\n"
            "  help: mend it\n");
}

TEST_F(Excerpts, StopAtAnOpener) {
  const std::string shown = show("p: bad :redact[Holt]{code=b1}\n", "bad", true);
  EXPECT_EQ(shown.find("Holt"), std::string::npos);
  EXPECT_NE(shown.find("bad ▒▒▒"), std::string::npos);
}

TEST_F(Excerpts, ShowNothingBehindAnOpenerInTheSameBlock) {
  for (const char* opener :
       {":redact[", "redact:[", ":Redact [", ": redact[", ":redcat[", ":hide["}) {
    const std::string text = std::string("p: |\n  before ") + opener + "Holt\n  and Jansen too\n";
    const std::string shown = show(text, "Jansen", true);
    EXPECT_EQ(shown.find("Jansen"), std::string::npos) << opener;
    EXPECT_EQ(shown.find("Holt"), std::string::npos) << opener;
  }
}

TEST_F(Excerpts, AreMaskedInABulletThatIsWithheldWhole) {
  const std::string shown = show("- {redact: {code: b1}, text: Jansen}\n", "Jansen", true);
  EXPECT_EQ(shown.find("Jansen"), std::string::npos);
}

TEST_F(Excerpts, AreMaskedWhereAKeyBesideOrAboveWithholds) {
  for (const char* text :
       {"body:\n  - p: Jansen\n    redact: {code: b1}\n",
        "body:\n  - text: |\n      Jansen\n\n    redact: b1\n",
        "body:\n  - section:\n      redact: {code: b1}\n      body:\n        - p: Jansen\n",
        "body:\n  - section:\n      body:\n        - p: Jansen\n      withheld: true\n",
        "report:\n  title: {text: Jansen, redact: {code: b1}}\n",
        "body:\n  - {p: Jansen, redcat: {code: b1}}\n"}) {
    EXPECT_EQ(show(text, "Jansen", true).find("| "), std::string::npos) << text;
  }
}

TEST_F(Excerpts, AreShownInTheNextBlock) {
  const std::string shown = show("- p: a :redact[Holt]{code=b1}\n- p: bad\n", "bad", true);
  EXPECT_NE(shown.find("p: bad"), std::string::npos);
}

}  // namespace
}  // namespace sable::base
