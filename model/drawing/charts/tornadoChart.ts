import type { TextMeasure } from '../../layout/textMeasure.ts';
import { indexMap } from '../../map/mapIndex.ts';
import type { JourneyMap } from '../../map/journeyMap.ts';
import { shownBars, type TornadoBar } from '../../simulation/tornado.ts';
import { effectName } from '../../text/effectNames.ts';
import { signed } from '../../text/signed.ts';
import type { Mark } from '../drawing.ts';
import { type Chart, label } from './chart.ts';

const rowHeight = 17;
const barHeight = 10;

/** What moves the index most: one uncertain effect at a time, from its small to its large size, around the middle. */
export function tornadoChart(
  map: JourneyMap,
  bars: readonly TornadoBar[],
  middle: number,
  width: number,
  measure: TextMeasure,
): Chart | undefined {
  const { shown, widest } = shownBars(bars, middle);
  if (shown.length === 0) return undefined;
  const nameWidth = width * 0.46;
  const centre = nameWidth + 8 + (width - nameWidth - 8) / 2;
  const side = (width - nameWidth - 8) / 2;
  const nameOf = ({ on, leverId }: TornadoBar): string =>
    [effectName(on, map, map.language), indexMap(map).leversById.get(leverId)?.title]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ');
  const marks = shown.flatMap((bar, i): readonly Mark[] => {
    const y = i * rowHeight;
    const top = y + (rowHeight - barHeight) / 2;
    const less = (side * (middle - bar.low)) / widest;
    const more = (side * (bar.high - middle)) / widest;
    return [
      label(nameOf(bar), { x: 0, y: y + 2, width: nameWidth }, measure),
      { type: 'rect', x: centre - less, y: top, width: less, height: barHeight, fill: 'pain' },
      { type: 'rect', x: centre, y: top, width: more, height: barHeight, fill: 'gain' },
    ];
  });
  const height = shown.length * rowHeight;
  const line: Mark = { type: 'path', d: `M${centre} 0V${height}`, stroke: { colour: 'ink', width: 0.8 } };
  const alt = shown.map((bar) => `${nameOf(bar)}: ${signed(bar.low)} … ${signed(bar.high)}`).join('; ');
  return { marks: [...marks, line], height, alt };
}
