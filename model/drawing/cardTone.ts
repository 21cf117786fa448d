import type { BlueprintGroup } from '../layout/blueprintLines.ts';
import type { Card, CardColour } from '../map/card.ts';
import type { LaneKind } from '../map/lane.ts';
import type { Colour, ColourName } from './themes.ts';

/** How a card looks by its lane, or by the colour it was given. */
export interface CardTone {
  readonly fill: Colour;
  readonly border: Colour;
  /** The strip on the left; none on evidence, pain points and loose notes, which have a colour of their own. */
  readonly bar: Colour | undefined;
}

export function cardTone(
  card: Card,
  kind: LaneKind | undefined,
  group: BlueprintGroup | undefined,
): CardTone {
  if (card.colour !== undefined) return toneOf(hueOfColour[card.colour]);
  if (kind === undefined || group === undefined) return toneOf('wait', { barred: false });
  if (kind === 'painPoints' || card.painPoint !== undefined)
    return toneOf('pain', { barred: false, fill: 'pain-tint' });
  if (kind === 'opportunities' || kind === 'solutions') return toneOf('gain', { fill: 'gain-tint' });
  if (kind === 'evidence') return toneOf('lane-support', { barred: false, fill: 'lane-support-tint' });
  if (plainKinds.has(kind)) return { fill: 'panel', border: 'border', bar: 'lane-none' };
  return toneOf(`lane-${group}`, { fill: `lane-${group}-tint` });
}

/** The strong colour of a lane's cards, for overviews and minimaps. */
export function laneColour(kind: LaneKind, group: BlueprintGroup): ColourName {
  if (kind === 'painPoints') return 'pain';
  if (kind === 'opportunities' || kind === 'solutions') return 'gain';
  if (kind === 'evidence' || plainKinds.has(kind)) return 'lane-none';
  return `lane-${group}`;
}

/** Lanes that may stand in any band and therefore do not take its tint. */
const plainKinds: ReadonlySet<LaneKind> = new Set([
  'text',
  'thoughts',
  'touchpoints',
  'emotion',
  'arc',
  'images',
  'metrics',
  'time',
  'notes',
]);

export const hueOfColour: Readonly<Record<CardColour, ColourName>> = {
  blue: 'stage-0',
  violet: 'stage-1',
  teal: 'stage-2',
  amber: 'stage-3',
  pink: 'stage-4',
  green: 'stage-5',
  grey: 'stage-7',
  orange: 'pain',
};

interface ToneOptions {
  readonly barred?: boolean;
  /** Left out: the strong colour, faint. */
  readonly fill?: Colour;
}

function toneOf(
  strong: ColourName,
  { barred = true, fill = { of: strong, share: 0.09 } }: ToneOptions = {},
): CardTone {
  return { fill, border: { of: strong, share: 0.28 }, bar: barred ? strong : undefined };
}
