import { describe, expect, it } from 'vitest';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { findProblems } from '../../shared/plan/integrity.ts';
import { generateStorey, wallCount } from './storey.ts';
