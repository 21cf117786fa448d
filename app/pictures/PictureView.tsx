import { useLingui } from '@lingui/react/macro';
import { Image, ImageOff } from 'lucide-react';
import { type CSSProperties, useMemo } from 'react';
import { classNames } from '../design/classNames.ts';
import type { Pictures } from '../session/pictures.ts';
import { useObservable } from '../session/useSharedMap.ts';
import styles from './PictureView.module.css';

export interface PictureViewProps {
  readonly pictures: Pictures;
  readonly hash: string;
  /** '' where the words beside it say it all. */
  readonly alt: string;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
}

/** A picture of the map; its place is kept while the bytes come, and when they are nowhere to be had now. */
export function PictureView({ pictures, hash, alt, className, style }: PictureViewProps) {
  const { t } = useLingui();
  const state = useObservable(useMemo(() => pictures.look(hash), [pictures, hash]));
  if (state.kind === 'shown')
    return <img className={className} src={state.url} alt={alt} draggable={false} style={style} />;
  const label =
    state.kind === 'loading' ? t`The picture is being fetched` : t`The picture is not on this device yet`;
  return (
    <span
      className={classNames(styles['empty'], className)}
      style={style}
      role="img"
      aria-label={alt === '' ? label : `${alt}. ${label}`}
      title={label}
    >
      {state.kind === 'loading' ? <Image aria-hidden /> : <ImageOff aria-hidden />}
    </span>
  );
}
