import { type Answer, type Ask, propose, type Step } from '../../shared/propose/propose.ts';
import { answerQuestion, type ToldOf } from './answer-question.ts';

/** Searches for divisions of a room. */
export type Told = ToldOf<Step, Answer>;

answerQuestion(
  (ask: Ask) => propose(ask),
  ({ offers, relaxations }) => Boolean(offers ?? relaxations),
);
