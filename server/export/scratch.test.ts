import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { mapFromTemplate } from '../../model/map/mapFromTemplate.ts';
import { journeyTemplates } from '../../templates/journeys/journeyTemplates.ts';
import { languages } from '../../model/map/language.ts';
import { scratchPdf, scratchSvg } from './exportFormats.ts';
it('scratch', async () => {
  for (const language of languages) {
    const t = journeyTemplates.find((x) => x.id === 'wrongParcel')!;
    const map = mapFromTemplate(t.content, language, 'map_x' as never);
    if (!map.ok) throw new Error('x');
    const a = performance.now();
    writeFileSync(`/tmp/d/${language}.pdf`, await scratchPdf(map.value));
    const b = performance.now();
    writeFileSync(`/tmp/d/${language}.svg`, scratchSvg(map.value, false));
    const c = performance.now();
    writeFileSync(`/tmp/d/${language}.o.svg`, scratchSvg(map.value, true));
    console.log(language, b - a, c - b, performance.now() - c);
    writeFileSync(`/tmp/d/${language}.pdf`, await scratchPdf(map.value));
    console.log('again', performance.now() - c);
  }
});
