import { blocks } from './blocks.ts';
import { manyTasks } from './manyTasks.ts';
import { oneLine } from './oneLine.ts';
import { rosters } from './rosters.ts';
import type { Shapes } from './shape.ts';
import { yaml } from './yaml.ts';

export const shapes: Shapes = { ...oneLine, ...blocks, ...manyTasks, ...yaml, ...rosters };
