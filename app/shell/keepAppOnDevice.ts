/**
 * Has the app's files kept on this device, for reloads without the server. Browsers allow it over https and on this very
 * machine; elsewhere, and while developing, the page simply needs its server to load.
 */
export function keepAppOnDevice(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const keep = () => {
    // Private windows and full disks refuse: then reloading needs the server, as before.
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  };
  // After what the first screen asks for.
  if (document.readyState === 'complete') keep();
  else addEventListener('load', keep, { once: true });
}
