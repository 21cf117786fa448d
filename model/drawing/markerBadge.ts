import { baselineInLine, type TextStyle } from '../layout/layoutSizes.ts';
import type { MarkerBox } from '../layout/mapLayout.ts';
import type { MarkerKind } from '../map/marker.ts';
import { group, type Group, type Mark } from './drawing.ts';
import { disc } from './emotionFace.ts';
import type { Colour } from './themes.ts';

/** The sign of a marker: F and W in a disc, D in a diamond, a star for a moment of truth. Shape and letter, not colour alone. */
export function markerBadge(marker: Omit<MarkerBox, 'markerId'>, name: string): Group {
  return group(badge(marker.kind, marker.size / 2), {
    at: { x: marker.x, y: marker.y },
    meaning: { role: 'figure', alt: name },
  });
}

const letterStyle: TextStyle = { size: 9.5, weight: 600, lineHeight: 12 };

function badge(kind: MarkerKind, radius: number): readonly Mark[] {
  const edge = { colour: 'panel' as Colour, width: 1.5 };
  switch (kind) {
    case 'fail':
      return [{ type: 'path', d: disc(0, 0, radius), fill: 'pain', stroke: edge }, letter('F')];
    case 'wait':
      return [{ type: 'path', d: disc(0, 0, radius), fill: 'wait', stroke: edge }, letter('W')];
    case 'decision': {
      const r = radius * 1.2;
      const d = `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`;
      return [{ type: 'path', d, fill: 'ink-secondary', stroke: edge }, letter('D')];
    }
    case 'momentOfTruth':
      return [{ type: 'path', d: star(radius * 1.15), fill: 'wait', stroke: edge }];
  }
}

/** A letter with its middle in the middle of the badge. */
function letter(text: 'F' | 'W' | 'D'): Mark {
  const width = { F: 0.6, W: 1, D: 0.75 }[text] * letterStyle.size;
  const capHeight = 0.727 * letterStyle.size;
  return {
    type: 'text',
    x: 0,
    y: capHeight / 2 - baselineInLine(letterStyle),
    lines: [{ text, width }],
    style: letterStyle,
    colour: 'panel',
    align: 'middle',
  };
}

function star(radius: number): string {
  const corners = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? radius : radius * 0.45;
    const angle = (i * Math.PI) / 5 - Math.PI / 2;
    return `${(Math.cos(angle) * r).toFixed(2)} ${(Math.sin(angle) * r).toFixed(2)}`;
  });
  return `M${corners.join('L')}Z`;
}
