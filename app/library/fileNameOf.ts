/** A title as a file name, without ending, that every system takes. */
export function fileNameOf(title: string): string {
  const safe = title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  return safe === '' ? 'map' : Array.from(safe).slice(0, 80).join('').trim();
}
