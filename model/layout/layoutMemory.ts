import type { Card } from '../map/card.ts';
import type { LaneId } from '../map/ids.ts';
import type { CardParts, CardSetting } from './cardParts.ts';
import type { LayoutOptions } from './layoutOptions.ts';
import type { MapLayout, Row, RowContent } from './mapLayout.ts';
import type { CardInRow, RowInput } from './rows.ts';
import { sameItems } from './sameItems.ts';

/**
 * What one layout hands to the next: results beside the values they were made from. A part whose values are the same
 * again is given back as it was, so those who draw can compare by identity. Only for layoutMap.
 */
export interface LayoutMemory {
  /** The result of the last time when `from` holds the same values, else a new one. */
  same<T>(name: string, from: readonly unknown[], make: () => T): T;
  /** The list of the last time when it holds the same items. */
  list<T>(name: string, items: readonly T[]): readonly T[];
  card(card: Card, setting: CardSetting, make: () => CardParts): CardParts;
  /** `make` builds on the content that the row had the last time. */
  row(input: RowInput, make: (before: RowContent | undefined) => RowContent): RowContent;
  placed(row: Row): Row;
}

interface Kept {
  readonly options: LayoutOptions;
  readonly values: Map<string, { readonly from: readonly unknown[]; readonly value: unknown }>;
  readonly cards: WeakMap<Card, { readonly setting: CardSetting; readonly parts: CardParts }>;
  readonly rows: Map<LaneId, { readonly input: RowInput; readonly content: RowContent }>;
  readonly placed: Map<LaneId, Row>;
}

const keptWith = new WeakMap<MapLayout, Kept>();

/** The memory for a new layout, and the function that ties it to that layout. */
export function layoutMemory(
  previous: MapLayout | undefined,
  options: LayoutOptions,
): { readonly memory: LayoutMemory; readonly keepWith: (layout: MapLayout) => void } {
  const before = usable(previous === undefined ? undefined : keptWith.get(previous), options);
  const now: Kept = {
    options,
    values: new Map(),
    cards: before?.cards ?? new WeakMap(),
    rows: new Map(),
    placed: new Map(),
  };

  const same: LayoutMemory['same'] = <T>(name: string, from: readonly unknown[], make: () => T): T => {
    const known = before?.values.get(name);
    // The name stands for one type of result throughout layoutMap.
    const value = known !== undefined && sameItems(known.from, from) ? (known.value as T) : make();
    now.values.set(name, { from, value });
    return value;
  };

  const memory: LayoutMemory = {
    same,
    list: (name, items) => same(name, items, () => items),
    card(card, setting, make) {
      const known = now.cards.get(card);
      if (known !== undefined && sameSetting(known.setting, setting)) return known.parts;
      const parts = make();
      now.cards.set(card, { setting, parts });
      return parts;
    },
    row(input, make) {
      const known = before?.rows.get(input.lane.id);
      if (known !== undefined && sameRow(known.input, input)) {
        now.rows.set(input.lane.id, known);
        return known.content;
      }
      const content = make(known?.content);
      now.rows.set(input.lane.id, { input, content });
      return content;
    },
    placed(row) {
      const known = before?.placed.get(row.laneId);
      const kept =
        known?.content === row.content && known.y === row.y && known.index === row.index ? known : row;
      now.placed.set(row.laneId, kept);
      return kept;
    },
  };
  return { memory, keepWith: (layout) => keptWith.set(layout, now) };
}

/** Other fonts or other words make every result stale. */
function usable(kept: Kept | undefined, options: LayoutOptions): Kept | undefined {
  if (kept === undefined) return undefined;
  return kept.options.measure === options.measure &&
    kept.options.describeMeasurement === options.describeMeasurement
    ? kept
    : undefined;
}

function sameSetting(a: CardSetting, b: CardSetting): boolean {
  return a.width === b.width && a.picture === b.picture && sameItems(a.markers, b.markers);
}

function sameRow(a: RowInput, b: RowInput): boolean {
  return (
    a.lane === b.lane &&
    a.group === b.group &&
    a.columns === b.columns &&
    a.personas === b.personas &&
    a.forecast === b.forecast &&
    a.measurements === b.measurements &&
    sameItems(a.emotions, b.emotions) &&
    (a.cards === b.cards ||
      (a.cards.length === b.cards.length && a.cards.every((card, i) => sameCard(card, b.cards[i]))))
  );
}

function sameCard(a: CardInRow, b: CardInRow | undefined): boolean {
  return (
    a.card === b?.card &&
    a.parts === b.parts &&
    a.column === b.column &&
    a.span === b.span &&
    a.width === b.width
  );
}
