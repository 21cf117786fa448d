/** Throughline's mark: the line that runs through, on the colour of a map's ink. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" role="img" aria-label="Throughline">
      <rect width="24" height="24" rx="6" fill="#1d2330" />
      <path
        d="M4.5 15.2c2.2 0 2.6-6.4 5.2-6.4 2.4 0 2.6 5.4 5 5.4 2 0 2.6-4.6 4.8-5.2"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <circle cx="9.7" cy="8.8" r="2.1" fill="#f08a5d" />
    </svg>
  );
}
