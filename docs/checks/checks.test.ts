import { describe, expect, it } from 'vitest';
import { checkChineseSigns } from './chineseSigns.ts';
import { checkChineseWords } from './chineseWords.ts';
import { projectFiles } from './projectFiles.ts';
import { checkRules } from './rules.ts';

const file = (path: string, text: string) => ({ path, text });
const comma = '\uFF0C';

describe('rules and their tests', () => {
  it('every rule has a test and every test a rule, or the gap is admitted', () => {
    const specs = projectFiles(/\.md$/).filter(({ path }) => path.startsWith('docs/spec/'));
    const tests = projectFiles(/\.(test|property\.test|contract|e2e)\.tsx?$/).filter(
      ({ path }) => !path.startsWith('docs/checks/'),
    );
    const gaps = projectFiles(/^gaps\.md$/)[0]!;
    expect(specs.length).toBeGreaterThan(5);
    expect(tests.length).toBeGreaterThan(20);
    expect(checkRules(specs, tests, gaps)).toEqual([]);
  });

  it('finds a rule without a test, a test without a rule, a number given twice and a gap that is none', () => {
    const specs = [
      file('spec/a.md', '- **[A1]** tested\n- **[A2]** not tested\n- **[A3]** admitted\n- **[A5]** tested'),
      file('spec/b.md', '# B\n- **[A1]** again'),
    ];
    const tests = [file('a.test.ts', "it('[A1] does', f);\nit.each(x)('[A4][A5] does %s', f);")];
    const gaps = file('gaps.md', '- [A3] later\n- [A5] later');
    expect(checkRules(specs, tests, gaps)).toEqual([
      'spec/b.md:2: the rule [A1] stands already at spec/a.md:1; give it a number of its own.',
      'spec/a.md:2: no test is named after the rule [A2]. Write one, or admit the gap in docs/gaps.md.',
      'spec/a.md:4: the rule [A5] has a test; take it out of docs/gaps.md.',
      'a.test.ts:2: no rule in docs/spec has the id [A4]. Write the rule or correct the name.',
    ]);
  });
});

describe('signs of Chinese texts', () => {
  it('are full-width everywhere', () => {
    const files = projectFiles(/\.(ts|tsx|po|json)$/).filter(
      ({ path }) => !path.includes('.test.') && !path.startsWith('docs/checks/'),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(checkChineseSigns(files)).toEqual([]);
  });

  it('finds a half-width one on either side of a Han character', () => {
    const text = `先${comma}后\n先,后\n一(二\nx;三\n'三', '四'`;
    expect(checkChineseSigns([file('a.po', text)]).map((each) => each.split(':')[1])).toEqual([
      '2',
      '3',
      '4',
    ]);
  });
});

describe('words of Chinese texts', () => {
  it('are those of the vocabulary in every catalogue', () => {
    const catalogues = projectFiles(/\.po$/);
    expect(catalogues.length).toBeGreaterThan(40);
    expect(checkChineseWords(catalogues)).toEqual([]);
  });

  it('finds a word that was decided against, by its catalogue', () => {
    const text = 'msgid "顾客"\nmsgstr "顾客"\nmsgstr "你们"';
    expect(checkChineseWords([file('a/zh-Hans.po', text), file('a/zh-Hant.po', text)])).toEqual([
      'a/zh-Hans.po:2: 顾客, write 客户',
      'a/zh-Hant.po:3: 你, write 您',
    ]);
  });
});
