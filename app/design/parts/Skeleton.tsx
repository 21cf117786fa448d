import styles from './Skeleton.module.css';

/** Where something is about to stand. It is announced once by the region around it (aria-busy), not by itself. */
export function Skeleton({
  width = '100%',
  height = 14,
}: {
  readonly width?: number | string;
  readonly height?: number;
}) {
  return <span aria-hidden className={styles['skeleton']} style={{ width, height }} />;
}
