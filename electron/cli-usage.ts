import { ownChoices, ownThings } from '../shared/propose/own-programme.ts';
import { ownWords } from '../shared/propose/own-words.ts';
import { programmeIds, programmeName } from '../shared/propose/programme.ts';
import { programmeLine } from '../shared/propose/programme-words.ts';
import { nationalProfile } from '../shared/rules/profile.ts';

const indent = ' '.repeat(26);
const programmeList = ['best', ...programmeIds, 'own'].join('、');
const programmeLines = programmeIds
  .map((id) => {
    const name = programmeName(id);
    const holds = programmeLine(id, nationalProfile);
    return `${indent}${id}: ${name.zh}：${holds.zh}\n${indent}  ${name.en}: ${holds.en}`;
  })
  .join('\n');
const ownLines = ownThings
  .map((thing) => {
    const { zh, en } = ownWords[thing].name;
    return `${indent}${thing}=${ownChoices[thing].join('|')}  ${zh} ${en}`;
  })
  .join('\n');

/** What the command line can do, in both languages. */
export const usage = `用法 / Usage: npm run -s cli -- <命令 command> <文件 file> [选项 options]

命令 / Commands
  rooms <document>   列出每间房间的使用面积和轮廓
                     every room with its net area and outline
  check <document>   检查各户的煤卫独用情况，列出全部问题
                     what each household has to itself, and every finding
  verify <library|file.duyong>   读出全部记录，列出损坏、缺失、错放和不认识的文件
                     reads everything: what is damaged, missing, misplaced or unknown
  check <library>    检查楼栋库里每栋楼各方案的最新版本，列成表
                     the newest version of every scheme of every building, as a table
  divide <document> --room ID --holders a,b
                     把房间分给一户或两户，列出最好的分隔方案，或说明为什么不行
                     the best ways to divide a room between households, or what stands in the way

选项 / Options
  --scheme <id|name>      文件中的哪个方案，不填为第一个
                          which scheme of the document; the first without it
  --phase before|after    改造前或改造后的房间，默认改造后（用于 rooms）
                          rooms before or after the works; after by default (rooms only)
  --profile <file|name>   审查标准：导出的文件，或 national、retrofit-micro；不填用国家标准（用于 check、divide）
                          profile of rules: an exported file, or national, retrofit-micro;
                          the national one without it (check and divide)
  --storey <id|name|层号> 只列这一层的问题（用于 check 单个文件），或要分隔的房间在哪一层（用于 divide）
                          findings of one storey only, by id, name or level (check of a document);
                          where the rooms to divide are (divide)
  --room <id,...>         要分隔的房间，多间用逗号分开（用于 divide）
                          the room to divide, or several of one storey (divide only)
  --holders <a,b,...>     分给哪些住户：编号或门牌，三户以上按整层公用部位求（用于 divide）
                          whom it is divided between, by id or door; three or more take parts of all
                          the rooms given (divide only)
  --no-new-stacks         不新增立管；--no-own-rooms 不占用居室；--through-bearing 可在承重墙上开门
                          no new stacks; no corners of own rooms; doors through bearing walls
                          (divide between three or more)
  --programme <name>      每户应有的设施：${programmeList}，默认 best（用于 divide）
                          what each part must hold; best by default (divide only)
${programmeLines}
  --holds <a=b,...>       自定配置（--programme own）中要改的项，其余取各行第一个：
                          what is chosen in a programme of your own, else the first of each line:
${ownLines}
  --top <n>               最多列出几个方案，默认 6（用于 divide）
                          how many proposals at most; 6 by default (divide only)
  --json                  输出供程序读取的 JSON
                          machine-readable output
  -h, --help              显示本说明 / this help

退出码 / Exit code: 0 没有不符合项或损坏、有方案 no breach, no damage, a proposal; 1 有不符合项或损坏、没有方案 a breach or damage, no proposal; 2 文件或选项无法使用 unusable file or option
`;
