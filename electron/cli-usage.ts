import { mostHolders } from '../shared/propose/block/ask.ts';
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
  compare <document|file.duyong|library> [another]
                     对比同一栋楼的两个版本或方案：先各户，再规则，再图元
                     two versions or schemes of one building: households, then rules, then elements
  export <library> --to file.duyong
                     把一栋楼导出为 .duyong 文件；未写明时不含住户姓名和电话
                     one building as a .duyong file; without names and telephone numbers unless asked
  import <library> <file.duyong|document>
                     并入楼栋库：只增加，不覆盖，重复导入不会重复
                     takes a file into a library: adds and never overwrites; twice is once
  divide <document> --room ID --holders a,b   （也可写作 split）(or split)
                     把一间分给一户或两户，或把几间公用房分给多户（最多 ${mostHolders} 户），
                     列出最好的分隔方案，或说明为什么不行
                     the best ways to divide a room between one or two households, or shared rooms
                     between up to ${mostHolders}, or what stands in the way

选项 / Options
  --scheme <id|name>      文件中的哪个方案，不填为第一个
                          which scheme of the document; the first without it
  --phase before|after    改造前或改造后的房间，默认改造后（用于 rooms）
                          rooms before or after the works; after by default (rooms only)
  --profile <file|name>   审查标准：导出的文件，或 national、retrofit-micro；不填用国家标准（用于 check、divide、compare）
                          profile of rules: an exported file, or national, retrofit-micro;
                          the national one without it (check, divide, compare)
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
  --before <版本>  --after <版本>
                          对比哪两个（用于 compare）：方案的编号或名称（其最新版），或版本的编号、
                          版次、说明、标记，必要时前面写方案名：“方案甲 第 2 版”；只有两个时可不填
                          which two (compare): a scheme by id or name (its newest version), or a version
                          by id, number, note or mark, after its scheme's name where needed:
                          "Scheme A: 2"; may be left out where there are only two
  --household <id|door>   只看这一户（用于 compare）
                          one household only (compare)
  --building <id|name>    楼栋库中的哪栋楼：编号、名称或名称的第一个词，只有一栋时可不填（用于 compare、export）
                          which building of a library, by id, name or the first word of that;
                          may be left out where there is one (compare, export)
  --to <file.duyong>      写到哪个文件；已有时须加 --force 才替换（用于 export）
                          the file to write; one that is there is replaced only with --force (export)
  --versions <...>        all（默认）、newest、marked，或逗号分开的版本；方案名指其全部版本（用于 export）
                          all (the default), newest, marked, or versions separated by commas;
                          a scheme's name stands for all of its versions (export)
  --private               连同住户姓名和电话（用于 export）
                          with names and telephone numbers (export)
  --copy                  库中已有这栋楼且内容不同时，另存为一栋（用于 import 楼栋文件）
                          as another building, where the library has it with other content
                          (import of a document)
  --json                  输出供程序读取的 JSON
                          machine-readable output
  -h, --help              显示本说明 / this help

退出码 / Exit code
  0  没有不符合项或损坏、有方案；compare 没有新的不符合项；export、import 全部完成
     no breach, no damage, a proposal; compare: no new breach; export, import: all of it
  1  有不符合项或损坏、没有方案；compare 有新的不符合项；export、import 有内容损坏或被拒
     a breach or damage, no proposal; compare: a new breach; export, import: some of it left out
  2  文件或选项无法使用 unusable file or option
`;
