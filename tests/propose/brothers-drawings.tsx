import { renderToStaticMarkup } from 'react-dom/server';
import { householdStyles } from '../../renderer/panels/household-colour.ts';
import {
  type Looked,
  lookedAt,
  proposalCommand,
} from '../../renderer/proposals/proposal-command.ts';
import { ProposalThumbnail } from '../../renderer/proposals/thumbnail.tsx';
import { fixtureCentre } from '../../shared/derive/footprint.ts';
import { preview } from '../../shared/edit/history.ts';
import { boundsOf } from '../../shared/geometry/polygon.ts';
import type { Plan } from '../../shared/plan/model.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import { proposed } from '../../shared/propose/propose.ts';
import { squareMetres } from '../../shared/rules/room-words.ts';
import { sequentialIds } from '../plan-from-drawing.ts';
import { askOf, type BrothersShape } from './brothers-outcomes.ts';

/** mm around the room: as much as a thumbnail shows, with the dimension lines outside of it. */
const around = 450;
const outside = 420;

/** The best proposal, or that of the first change that makes one possible, to scale. */
export function brothersDrawing(one: BrothersShape): string {
  const { plan, offer } = bestOf(one);
  const { minX, minY, maxX, maxY } = boundsOf(
    offer.proposal.parts.flatMap(({ rooms }) => rooms.flatMap(({ outline }) => outline)),
  );
  const [wide, deep] = [maxX - minX, maxY - minY];
  const [width, height] = [wide + 2 * around, deep + 2 * around];
  const below = height + 160;
  const beside = -160;
  const styles = householdStyles(plan.households);
  const parts = offer.parts.map(({ holder, area }, index) => {
    const { rooms } = offer.proposal.parts[index]!;
    const fixtures = rooms.flatMap((room) => room.fixtures);
    const shower = fixtureCentre({
      ...fixtures.find(({ kind }) => kind === 'shower')!,
      phase: 'new',
    });
    return {
      door: plan.households[holder]!.door,
      fill: styles.get(holder)?.fill,
      area: `${squareMetres(area)} m²`,
      at: { x: shower.x - minX + around, y: maxY - shower.y + around },
    };
  });
  const drawing = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`${-outside} 0 ${width + outside} ${height + outside}`}
      width={Math.round((width + outside) / 10)}
      height={Math.round((height + outside) / 10)}
      fontFamily="sans-serif"
      fontSize={130}
      textAnchor="middle"
      role="img"
      aria-label={one.name}
    >
      <rect x={-outside} width={width + outside} height={height + outside} fill="#ffffff" />
      <svg width={width} height={height} aria-hidden="true">
        <ProposalThumbnail plan={plan} proposal={offer.proposal} styles={styles} label={one.name} />
      </svg>
      <g stroke="#222222" strokeWidth={10} fill="none">
        <path d={`M${around} ${below}h${wide}M${beside} ${around}v${deep}`} />
        {[
          [around, below],
          [around + wide, below],
          [beside, around],
          [beside, around + deep],
        ].map(([x, y]) => (
          <path key={`${x},${y}`} d={`M${x! - 50} ${y! + 50}l100 -100`} strokeWidth={22} />
        ))}
      </g>
      <text x={around + wide / 2} y={below - 40}>
        {wide}
      </text>
      <text transform={`translate(${beside - 40} ${around + deep / 2}) rotate(-90)`}>{deep}</text>
      {parts
        .toSorted((one, other) => (one.door < other.door ? -1 : 1))
        .map(({ door, fill, area, at }, index) => (
          <g key={door}>
            <circle cx={at.x} cy={at.y} r={110} fill="#ffffff" stroke="#222222" strokeWidth={10} />
            <text x={at.x} y={at.y + 50} fontWeight="bold">
              {door}
            </text>
            <text x={width / 2 + (index === 0 ? -420 : 420)} y={below + 210}>
              {`${door} ${area}`}
            </text>
            <rect
              x={width / 2 + (index === 0 ? -860 : -20)}
              y={below + 105}
              width={110}
              height={110}
              fill={fill}
              stroke="#222222"
              strokeWidth={8}
            />
          </g>
        ))}
    </svg>
  );
  return `${renderToStaticMarkup(drawing)}\n`;
}

function bestOf(one: BrothersShape): { readonly plan: Plan; readonly offer: Offer } {
  const ask = askOf(one);
  const newId = sequentialIds();
  const { offers, relaxations } = proposed(ask);
  const drawn = (offer: Offer, looked: Looked | null) => ({
    offer,
    plan: preview(ask.plan, proposalCommand(offer.proposal, looked, newId)),
  });
  if (offers[0]) return drawn(offers[0], null);
  const looked = lookedAt({ ...ask, programme: 'kitchenette' }, relaxations[0]!, newId);
  return drawn(proposed(looked.ask).offers[0]!, looked);
}
