import { expect, it } from 'vitest';
import { journeyTemplates } from '../../templates/journeys/journeyTemplates.ts';
import { assert } from '../assert.ts';
import { createTextMeasure } from '../layout/textMeasure.ts';
import type { JourneyMap } from '../map/journeyMap.ts';
import { languages } from '../map/language.ts';
import { mapFromTemplate } from '../map/mapFromTemplate.ts';
import { quickForecast } from '../simulation/quickForecast.ts';
import { documentWords } from '../text/documentWords.ts';
import { signed } from '../text/signed.ts';
import { forecastFigures } from './forecastFigures.ts';
import type { Mark } from './drawing.ts';

const measure = createTextMeasure(() => 0.5);
const width = 480;

it.each(languages)(
  '[E21] in %s a forecast is drawn as charts that say in words what they show',
  (language) => {
    const map = mapFromTemplate(journeyTemplates[0]!.content, language, 'map_test' as JourneyMap['id']);
    assert(map.ok, 'the first template is a map');
    const plan = map.value.plans[0]!;
    const forecast = quickForecast(map.value, plan, { draws: 20 });
    const blocks = forecastFigures(map.value, forecast, documentWords[language], {
      withRadar: true,
      mostBars: 10,
    });
    const charts = blocks.flatMap((block) =>
      block.type === 'figure' ? (block.draw(width, measure) ?? []) : [],
    );
    expect(charts).toHaveLength(5);
    const [radar, dimensions, tornado, frontier, waits] = charts;
    for (const { title, baseline } of forecast.dimensions) {
      expect(radar!.alt).toContain(title);
      expect(dimensions!.alt).toContain(`${title}: ${Math.round(baseline!.value)}`);
    }
    expect(tornado!.alt.split('; ').length).toBeGreaterThan(3);
    expect(frontier!.alt).toMatch(/^(CNY [\d\u202f]+: \+\d+\.\d; ){2,}/);
    const difference = forecast.index.difference!;
    expect(frontier!.alt).toContain(plan.title);
    expect(frontier!.alt).toContain(`${signed(difference.value)} (${signed(difference.low)} … `);
    expect(waits!.alt).toContain('9: ');
    for (const chart of charts) {
      const edges = rects(chart.marks);
      for (const { x, y, width: w, height } of edges) {
        expect(Math.min(x, y, w, height)).toBeGreaterThanOrEqual(-1e-6);
        expect(x + w).toBeLessThanOrEqual(width + 1e-6);
        expect(y + height).toBeLessThanOrEqual(chart.height + 1e-6);
      }
    }
  },
);

const rects = (marks: readonly Mark[]): readonly Extract<Mark, { type: 'rect' }>[] =>
  marks.flatMap((mark) => (mark.type === 'group' ? rects(mark.marks) : mark.type === 'rect' ? [mark] : []));
