import { expect, it } from 'vitest';

/** `../editor/language/zh-Hans.po` by its text. */
const files = import.meta.glob<string>('../*/language/*.po', {
  eager: true,
  query: '?raw',
  import: 'default',
});

interface Entry {
  readonly file: string;
  readonly message: string;
  readonly translation: string;
}

const entriesOf = (locale: string): readonly Entry[] =>
  Object.entries(files)
    .filter(([file]) => file.endsWith(`/${locale}.po`))
    .flatMap(([file, text]) =>
      text.split(/\n\n/).flatMap((block) => {
        const found = /^msgid ((?:".*"\n?)+)msgstr ((?:".*"(?:\n|$))+)/m.exec(block);
        if (found === null || joined(found[1]!) === '') return [];
        const context = /^msgctxt "(.*)"$/m.exec(block)?.[1] ?? '';
        return [{ file, message: `${context}${joined(found[1]!)}`, translation: joined(found[2]!) }];
      }),
    );

const joined = (lines: string): string => [...lines.matchAll(/^"(.*)"$/gm)].map((line) => line[1]).join('');

it.each(['zh-Hans', 'zh-Hant'])('[U10] every message of the interface stands in %s', (locale) => {
  const entries = entriesOf(locale);
  expect(entries.length).toBeGreaterThan(300);
  expect(entries.filter(({ translation }) => translation === '')).toEqual([]);
});

it.each(['zh-Hans', 'zh-Hant'])(
  '[U10] a message that several folders use has one translation in %s',
  (locale) => {
    const first = new Map<string, Entry>();
    const clashes = entriesOf(locale).flatMap((entry) => {
      const known = first.get(entry.message) ?? entry;
      first.set(entry.message, known);
      return known.translation === entry.translation
        ? []
        : [`${entry.message}: ${known.translation} (${known.file}), ${entry.translation} (${entry.file})`];
    });
    expect(clashes).toEqual([]);
  },
);
