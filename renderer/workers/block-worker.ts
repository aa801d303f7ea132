import type { BlockAnswer, BlockAsk, BlockStep } from '../../shared/propose/block/ask.ts';
import { proposeBlock } from '../../shared/propose/block/search.ts';
import { answerQuestion, type ToldOf } from './answer-question.ts';

/** Searches parts for many households. */
export type BlockTold = ToldOf<BlockStep, BlockAnswer>;

answerQuestion(
  (ask: BlockAsk) => proposeBlock(ask),
  ({ offers }) => offers !== null,
);
