/** A face that feels `value` (-1..1): the mouth tells it, the colour only underlines it. Drawn around the origin, radius 9. */
export function Face({ value }: { readonly value: number }) {
  const bend = value * 4.2;
  const colour = emotionColour(value);
  return (
    <g fill="none" stroke={colour} strokeWidth="1.5" strokeLinecap="round">
      <circle r="9" fill="var(--panel)" strokeWidth="1.9" />
      <path d={`M-3.9 ${3.2 - bend / 2} Q0 ${3.2 + bend} 3.9 ${3.2 - bend / 2}`} />
      <circle cx="-3.1" cy="-2.3" r="1.05" fill={colour} stroke="none" />
      <circle cx="3.1" cy="-2.3" r="1.05" fill={colour} stroke="none" />
    </g>
  );
}

/** Between the colours of frustration, of neither, and of delight. */
export function emotionColour(value: number): string {
  const end = value < 0 ? 'var(--emotion-low)' : 'var(--emotion-high)';
  const share = Math.round(Math.min(1, Math.abs(value)) * 100);
  return `color-mix(in oklab, ${end} ${share}%, var(--emotion-middle))`;
}
