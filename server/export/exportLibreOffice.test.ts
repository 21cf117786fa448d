import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { languages } from '../../model/map/language.ts';
import { exported } from './testing/exported.ts';
import { hostileMap, wrongParcel } from './testing/goldenMaps.ts';
import { largeMap } from './testing/largeMap.ts';
import { havePdfTools, textOf, withPdf } from './testing/pdfTools.ts';
import type { ExportEnding } from './writeExport.ts';

const haveLibreOffice = spawnSync('libreoffice', ['--version']).error === undefined;
if (!haveLibreOffice)
  console.warn('libreoffice is not installed: slides and workbooks are not opened by it.');

/** The file as LibreOffice writes it again: slides as PDF, the first sheet of a workbook as CSV. */
async function opened(ending: ExportEnding, map: JourneyMap, as: 'pdf' | 'csv'): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-libreoffice-'));
  try {
    const file = join(folder, `map${ending}`);
    writeFileSync(file, await exported(ending, map));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    // Comma, double quote, UTF-8.
    const target = as === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76' : as;
    const args = [profile, '--headless', '--convert-to', target, '--outdir', folder, file];
    const run = spawnSync('libreoffice', args, { encoding: 'utf8', timeout: 120_000 });
    expect(run.status, run.stderr).toBe(0);
    return readFileSync(join(folder, `map.${as}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const withoutSpaces = (text: string): string => text.normalize('NFC').replace(/\s/g, '');

const maps = [...languages.map(wrongParcel), largeMap(60, 10, 1_001), hostileMap('zh-Hans')];

/** Texts that every program can show: of hostile ones the plain part. */
const textsOf = (map: JourneyMap): readonly string[] =>
  [...map.cards.map((card) => card.text), ...map.steps.map((step) => step.title)]
    .filter((text) => /^[\p{L}\p{N}\p{P}\p{Zs}<>&=+#]+$/u.test(text) && !text.includes('\u202e'))
    .map(withoutSpaces);

describe.skipIf(!haveLibreOffice || !havePdfTools)('slides in another program', () => {
  it.each(maps)(
    '[E23] LibreOffice opens the slides of $title in $language and shows every card and step',
    async (map) => {
      const shown = withPdf(await opened('.pptx', map, 'pdf'), (file) => withoutSpaces(textOf(file)));
      expect(textsOf(map).length).toBeGreaterThan(20);
      // Read back from a page, text from right to left comes in the order of that program.
      const leftToRight = textsOf(map).filter((text) => !/[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(text));
      for (const text of leftToRight) expect(shown).toContain(text);
    },
    150_000,
  );
});

describe.skipIf(!haveLibreOffice)('a workbook in LibreOffice', () => {
  it.each(maps)(
    '[E23] LibreOffice opens the workbook of $title in $language and shows every card and step',
    async (map) => {
      const csv = Buffer.from(await opened('.xlsx', map, 'csv')).toString('utf8');
      const shown = withoutSpaces(csv).replaceAll('""', '"');
      for (const text of textsOf(map)) expect(shown).toContain(text);
    },
    150_000,
  );
});
