import { curveLinearClosed, lineRadial } from 'd3-shape';
import styles from './Radar.module.css';

export interface RadarAxis {
  readonly title: string;
  /** 0..100; null: insufficient data, the shape skips the axis. */
  readonly base: number | null;
  readonly plan: number | null;
}

const size = 300;
const radius = 78;
const height = 214;
const rings = [25, 50, 75, 100];

/** The dimensions side by side: today filled, the plan dashed. Its numbers stand in the bars below. */
export function Radar({ axes, label }: { readonly axes: readonly RadarAxis[]; readonly label: string }) {
  const angle = (index: number) => (index / axes.length) * 2 * Math.PI;
  const outline = lineRadial<readonly [index: number, value: number]>()
    .angle(([index]) => angle(index))
    .radius(([, value]) => (value / 100) * radius)
    .curve(curveLinearClosed);
  const shape = (values: readonly (number | null)[]) =>
    outline(values.flatMap((value, index): [number, number][] => (value === null ? [] : [[index, value]]))) ??
    '';
  const hasPlan = axes.some((axis) => axis.plan !== null);
  return (
    <svg
      className={styles['radar']}
      viewBox={`${-size / 2} ${-height / 2 - 6} ${size} ${height}`}
      role="img"
      aria-label={label}
    >
      {rings.map((ring) => (
        <path key={ring} className={styles['ring']} d={shape(axes.map(() => ring))} />
      ))}
      {axes.map((axis, index) => (
        <line
          key={axis.title}
          className={styles['ring']}
          x2={Math.sin(angle(index)) * radius}
          y2={-Math.cos(angle(index)) * radius}
        />
      ))}
      {hasPlan && <path className={styles['plan']} d={shape(axes.map((axis) => axis.plan))} />}
      <path className={styles['base']} d={shape(axes.map((axis) => axis.base))} />
      {axes.map((axis, index) => (
        <Title
          key={axis.title}
          lines={linesOf(axis.title)}
          x={Math.sin(angle(index)) * (radius + 9)}
          y={-Math.cos(angle(index)) * (radius + 9)}
        />
      ))}
    </svg>
  );
}

const lineHeight = 13;

/** Stands outside of the radar: above at the top, below at the bottom, beside it at the sides. */
function Title({
  lines,
  x,
  y,
}: {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}) {
  const above = (lines.length - 1) * lineHeight;
  const first = 4 + (y < -radius / 2 ? -above - 2 : y > radius / 2 ? 6 : -above / 2);
  return (
    <text className={styles['title']} x={x} y={y + first} textAnchor={anchorAt(x)}>
      {lines.map((text, line) => (
        <tspan key={text} x={x} dy={line === 0 ? 0 : lineHeight}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

/** Two lines for titles of several words. */
function linesOf(title: string): readonly string[] {
  const words = title.split(' ');
  if (title.length < 12 || words.length === 1) return [title];
  return [words[0]!, words.slice(1).join(' ')];
}

function anchorAt(x: number): 'start' | 'middle' | 'end' {
  if (Math.abs(x) < radius / 8) return 'middle';
  return x > 0 ? 'start' : 'end';
}
