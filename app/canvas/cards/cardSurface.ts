import type { CSSProperties } from 'react';
import { cardTone } from '../../../model/drawing/cardTone.ts';
import type { Colour } from '../../../model/drawing/themes.ts';
import type { BlueprintGroup } from '../../../model/layout/blueprintLines.ts';
import type { Card } from '../../../model/map/card.ts';
import type { LaneKind } from '../../../model/map/lane.ts';
import { classNames } from '../../design/classNames.ts';
import styles from './CardView.module.css';

/** Class and colours of a card's surface: those of the drawing that exports use, so that screen and paper are one picture. */
export function cardSurface(
  card: Card,
  kind: LaneKind | undefined,
  group: BlueprintGroup | undefined,
): { readonly className: string; readonly style: CSSProperties } {
  const { fill, border, bar } = cardTone(card, kind, group);
  const colours = { '--fill': css(fill), '--line': css(border), '--bar': css(bar ?? border) };
  return {
    className: classNames(
      styles['card'],
      bar !== undefined && styles['barred'],
      kind === 'thoughts' && styles['thoughts'],
    ),
    // React's type of styles knows no custom properties.
    style: colours as CSSProperties,
  };
}

const css = (colour: Colour): string =>
  typeof colour === 'string'
    ? `var(--${colour})`
    : `color-mix(in srgb, var(--${colour.of}) ${colour.share * 100}%, var(--panel))`;
