import { curveLinearClosed, lineRadial } from 'd3-shape';
import styles from './Radar.module.css';

export interface RadarAxis {
  readonly title: string;
  /** 0..100; null: insufficient data, the shape skips the axis. */
  readonly base: number | null;
  readonly plan: number | null;
}

const size = 240;
const radius = 78;
const height = 200;
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
      viewBox={`${-size / 2} ${-height / 2 - 4} ${size} ${height}`}
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
        <text
          key={axis.title}
          className={styles['title']}
          x={Math.sin(angle(index)) * (radius + 9)}
          y={-Math.cos(angle(index)) * (radius + 9) + 4 * (1 - Math.cos(angle(index)))}
          textAnchor={anchorAt(Math.sin(angle(index)))}
        >
          {axis.title.length > 14 ? `${axis.title.slice(0, 13)}…` : axis.title}
        </text>
      ))}
    </svg>
  );
}

function anchorAt(sine: number): 'start' | 'middle' | 'end' {
  if (Math.abs(sine) < 0.1) return 'middle';
  return sine > 0 ? 'start' : 'end';
}
