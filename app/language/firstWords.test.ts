import { expect, it } from 'vitest';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../e2e/**', '!../bench/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** `../editor/TopBar.tsx` within `app/language/` is `app/editor/TopBar.tsx`. */
const pathOf = (key: string, within: string): string => new URL(key, `file:///${within}`).pathname.slice(1);
const files = new Map(Object.entries(sources).map(([key, text]) => [pathOf(key, 'app/language/'), text]));

/** What is loaded with a file, by its static imports. */
function loadedWith(start: string, seen = new Set<string>()): ReadonlySet<string> {
  const text = files.get(start);
  if (text === undefined || seen.has(start)) return seen;
  seen.add(start);
  for (const [, from] of text.matchAll(/^(?:import|export) (?!type)[^;]*?from '(\.[^']+)';/gms))
    loadedWith(pathOf(from!, start), seen);
  return seen;
}

it('[U10] the words that a map opens with are those of every folder whose code it opens with', () => {
  const loaded = ['app/main.tsx', 'app/shell/MapScreen.tsx'].flatMap((start) => [...loadedWith(start)]);
  expect(loaded.length).toBeGreaterThan(100);
  const speaking = loaded.filter((file) => /from '@lingui\/(core|react)\/macro'/.test(files.get(file)!));
  const folders = [...new Set(speaking.map((file) => file.split('/')[1]!))].sort((a, b) =>
    a.localeCompare(b),
  );
  for (const language of ['en', 'zh-Hans', 'zh-Hant'])
    for (const part of ['first', 'others'])
      expect(files.get(`app/language/${part}.${language}.ts`)).toContain(`{${folders.join(',')}}`);
});
