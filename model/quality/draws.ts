/**
 * Random numbers by name: the same seed, draw and key give the same number, in whatever order they are asked for.
 * So a baseline and a plan see the same luck, and adding a measurement does not change the draws of the others.
 */
export type UniformByKey = (key: string) => number;

/** Uniform numbers in (0, 1) for one draw of a run. */
export function uniforms(seed: number, draw: number): UniformByKey {
  const start = mix(mix(seed | 0) ^ draw);
  return (key) => {
    const hash = hashOf(key);
    const high = mix(start ^ hash);
    const low = mix(high + 0x9e3779b9 + Math.imul(hash, 0x85ebca6b));
    return ((high >>> 5) * 0x4000000 + (low >>> 6) + 0.5) / 0x20000000000000;
  };
}

/** Final mixing of murmur3: every bit of the input moves half the bits of the output. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** FNV-1a. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash;
}
