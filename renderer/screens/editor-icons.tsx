import type { ReactNode } from 'react';
import { fixtureSizes } from '../../shared/edit/fixture-sizes.ts';
import type { FixtureKind } from '../../shared/plan/model.ts';
import { fixtureSymbol } from '../canvas/symbols.ts';

const icon = (children: ReactNode): ReactNode => (
  <svg
    width="20"
    height="20"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {children}
  </svg>
);

export const icons = {
  select: icon(<path d="M4.5 3l10.5 7-4.6 1.1 2.4 4.7-2 1-2.4-4.7-3.2 3.4z" />),
  wall: icon(
    <>
      <path d="M2.5 13.5h15v4h-15z" fill="currentColor" stroke="none" />
      <path d="M3.5 2.5h4V13" />
      <path d="M3.5 2.5V13" />
    </>,
  ),
  rectangle: icon(
    <>
      <path d="M3 4.5h14v11H3z" strokeWidth="2.6" strokeLinejoin="miter" />
      <path d="M7 12l6-4M13 8h-2.4M13 8v2.4" strokeWidth="1.2" />
    </>,
  ),
  outline: icon(<path d="M3 16.5v-13h8v5h6v8z" strokeWidth="2.6" strokeLinejoin="miter" />),
  offset: icon(
    <>
      <path d="M4 3v14M16 3v14" strokeWidth="2.6" strokeLinecap="butt" />
      <path d="M7 10h6M11 8l2 2-2 2" strokeWidth="1.2" />
    </>,
  ),
  door: icon(
    <>
      <path d="M2 16.5h3M15 16.5h3" strokeWidth="3" strokeLinecap="butt" />
      <path d="M5 16V5.5M5 5.5A10.5 10.5 0 0 1 15 16" />
    </>,
  ),
  window: icon(
    <>
      <path d="M1.5 10h3M15.5 10h3" strokeWidth="5" strokeLinecap="butt" />
      <path d="M4.5 7.5h11v5h-11zM4.5 10h11" />
    </>,
  ),
  passage: icon(
    <>
      <path d="M1.5 10h4M14.5 10h4" strokeWidth="5" strokeLinecap="butt" />
      <path d="M6 8h8M6 12h8" strokeDasharray="2 2" />
    </>,
  ),
  fixture: icon(
    <>
      <path d="M5 2.5h10v4H5z" />
      <path d="M6.5 6.5c-2 3.5-1 10 3.5 10s5.5-6.5 3.5-10" />
      <path d="M10 9v4" />
    </>,
  ),
  riser: icon(
    <>
      <path d="M3.5 3.5h13v13h-13z" />
      <circle cx="10" cy="10" r="3.5" />
    </>,
  ),
  room: icon(
    <>
      <path d="M3 3h14v14H3z" strokeDasharray="2.5 2" />
      <path d="M7 7.5h6M10 7.5V13" />
    </>,
  ),
  divide: icon(
    <>
      <path d="M2.5 4h15v12h-15z" />
      <path d="M10 2v16" strokeWidth="2.2" />
      <path d="M7 8L5 10l2 2M13 8l2 2-2 2" />
    </>,
  ),
  measure: icon(
    <>
      <path d="M2 13.5L13.5 2 18 6.5 6.5 18z" />
      <path d="M5 10.5l2 2M8 7.5l2.5 2.5M11 4.5l2 2" />
    </>,
  ),
  underlay: icon(
    <>
      <path d="M3 3.5h14v13H3z" />
      <path d="M3 13l4-4 3.5 3.5L13 10l4 4" />
      <circle cx="12.5" cy="7" r="1.3" />
    </>,
  ),
  pan: icon(
    <path d="M6.5 10V5a1.3 1.3 0 0 1 2.6 0v4-5.5a1.3 1.3 0 0 1 2.6 0V9 5a1.3 1.3 0 0 1 2.5 0v6.5c0 3.5-2 6-5 6-2.5 0-3.7-1-5-3.5l-1.7-3a1.2 1.2 0 0 1 2-1.3z" />,
  ),
  fit: icon(<path d="M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4" />),
  'zoom-in': icon(<path d="M10 4v12M4 10h12" />),
  'zoom-out': icon(<path d="M4 10h12" />),
  help: icon(
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M7.8 7.8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.7M10 14.2v.1" />
    </>,
  ),
} as const;
export type IconName = keyof typeof icons;

/** The plan symbol of a fixture as a picture, back at the top. */
export function FixtureIcon(props: { readonly kind: FixtureKind; readonly size?: number }) {
  const { kind, size = 24 } = props;
  const { width, depth } = fixtureSizes[kind];
  const side = Math.max(width, depth) * 1.08;
  return (
    <svg
      width={size}
      height={size}
      viewBox={`${-side / 2} ${(depth - side) / 2} ${side} ${side}`}
      stroke="currentColor"
      strokeWidth={side / size}
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {fixtureSymbol(kind, width, depth).map(({ d, paint }) => (
        <path
          key={d}
          d={d}
          fill={paint === 'paper' ? '#ffffff' : paint === 'ink' ? 'currentColor' : 'none'}
        />
      ))}
    </svg>
  );
}
