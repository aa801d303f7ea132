import { brothersShapes, outcomeLine } from './brothers-outcomes.ts';

/** Prints the table of `assets/samples/README.md`: node electron/run.mjs tests/propose/write-outcomes.ts */
console.log('| room | proposals | what would make one possible | drawn |');
console.log('| --- | --- | --- | --- |');
for (const one of brothersShapes) console.log(outcomeLine(one));
