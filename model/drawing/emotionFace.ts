import { group, type Group } from './drawing.ts';
import type { Colour } from './themes.ts';

/** A face for a feeling of -1..1: the mouth bends with the value, so it reads in greyscale and without colour. */
export function emotionFace(x: number, y: number, size: number, value: number): Group {
  const radius = size / 2;
  const colour = emotionColour(value);
  const bend = Math.max(-1, Math.min(1, value)) * radius * 0.42;
  const mouthY = radius * 0.36 - bend * 0.35;
  const mouth = `M${n(-radius * 0.42)} ${n(mouthY)}Q0 ${n(mouthY + bend * 1.5)} ${n(radius * 0.42)} ${n(mouthY)}`;
  const eye = (side: -1 | 1) => disc(side * radius * 0.34, -radius * 0.22, radius * 0.12);
  return group(
    [
      { type: 'path', d: disc(0, 0, radius), fill: 'panel', stroke: { colour, width: 1.6 } },
      { type: 'path', d: eye(-1) + eye(1), fill: colour },
      { type: 'path', d: mouth, stroke: { colour, width: 1.4, cap: 'round' } },
    ],
    { at: { x, y } },
  );
}

export function emotionColour(value: number): Colour {
  return value < -0.2 ? 'emotion-low' : value > 0.2 ? 'emotion-high' : 'emotion-middle';
}

/** A circle as path data. */
export function disc(x: number, y: number, radius: number): string {
  return `M${n(x - radius)} ${n(y)}a${n(radius)} ${n(radius)} 0 1 0 ${n(radius * 2)} 0a${n(radius)} ${n(radius)} 0 1 0 ${n(-radius * 2)} 0Z`;
}

const n = (value: number): string => String(Math.round(value * 100) / 100);
