import { Button, Slider, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { scaleOfSheet, sheetRatio } from '../../shared/derive/underlay-place.ts';
import { changeUnderlay, removeUnderlay, turnUnderlay } from '../../shared/edit/underlay.ts';
import type { BuildingId, StoreyId, Underlay } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { retryPicture, usePicture } from '../editor/pictures.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { usePictureIntake } from './picture-intake.tsx';
import { Field, NumberField } from './selection-fields.tsx';
import { useSettled } from './use-settled.ts';

/** 底图: while its tool is in hand, the picture under the storey. */
export function UnderlayPanel({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const { storey, history, reading, building } = useSettled(store);
  const underlay = (reading?.plan ?? history.plan).storeys[storey]?.underlay;
  return (
    <section className="properties" aria-label={say(text('底图', 'Underlay'))}>
      <h2>{say(text('底图', 'Underlay'))}</h2>
      {underlay ? (
        <UnderlayProperties
          key={`${storey} ${underlay.asset}`}
          store={store}
          storey={storey}
          building={building}
          underlay={underlay}
          disabled={reading !== null}
        />
      ) : (
        <NoUnderlay disabled={reading !== null} />
      )}
    </section>
  );
}

function NoUnderlay(props: { readonly disabled: boolean }) {
  const say = useSay();
  const { choose, busy } = usePictureIntake();
  return (
    <>
      <p className="quiet">
        {say(
          text(
            '本层还没有底图。把测绘图的扫描件或照片（PNG、JPEG、PDF）拖进窗口，或粘贴截图，校准比例后沿线描墙。',
            'This storey has no underlay. Drag a scan or photo of the survey (PNG, JPEG, PDF) into the window, or paste one; set its scale, then trace the walls.',
          ),
        )}
      </p>
      <Button type="primary" loading={busy} disabled={props.disabled} onClick={choose}>
        {say(text('导入底图…', 'Bring in an underlay…'))}
      </Button>
    </>
  );
}

function UnderlayProperties(props: {
  readonly store: EditorStore;
  readonly storey: StoreyId;
  readonly building: BuildingId;
  readonly underlay: Underlay;
  readonly disabled: boolean;
}) {
  const { store, storey, building, underlay } = props;
  const say = useSay();
  const { choose, busy } = usePictureIntake();
  const run = store.getState().run;
  const change = (part: Parameters<typeof changeUnderlay>[0]['change']): void => {
    run(changeUnderlay({ storey, change: part }));
  };
  const isFixed = props.disabled || underlay.locked;
  const { crop } = underlay;
  const isCropped = crop.left + crop.right + crop.top + crop.bottom > 0;
  const asset = underlay.asset;
  const picture = usePicture(building, asset);
  return (
    <>
      {picture.state === 'failed' ? (
        <div role="alert" className="failure">
          <p>{say(picture.problem)}</p>
          <Button onClick={() => retryPicture(building, asset)}>
            {say(text('再读一次', 'Try again'))}
          </Button>
        </div>
      ) : null}
      <Field name={say(text('文件', 'File'))}>
        <span className="underlay-name" title={underlay.name}>
          {underlay.name}
        </span>
      </Field>
      <Field name={say(text('像素', 'Pixels'))}>
        {underlay.width} × {underlay.height} px
      </Field>
      <NumberField
        name={say(text('图纸比例 1:', 'Sheet scale 1:'))}
        value={sheetRatio(underlay)}
        digits={1}
        min={1}
        step={10}
        disabled={isFixed}
        onCommit={(ratio) => change({ scale: scaleOfSheet(ratio, underlay.resolution) })}
      />
      <NumberField
        name={say(text('扫描分辨率', 'Scanned at'))}
        value={underlay.resolution}
        unit="dpi"
        min={10}
        max={2400}
        disabled={isFixed}
        onCommit={(resolution) =>
          change({ resolution, scale: scaleOfSheet(sheetRatio(underlay), resolution) })
        }
      />
      <NumberField
        name={say(text('每像素', 'One pixel is'))}
        value={underlay.scale}
        unit="mm"
        digits={3}
        min={0.001}
        step={0.1}
        disabled={isFixed}
        onCommit={(scale) => change({ scale })}
      />
      <NumberField
        name={say(text('转角（逆时针）', 'Turned left by'))}
        value={underlay.rotation}
        unit="°"
        digits={2}
        min={-180}
        max={180}
        step={0.1}
        disabled={isFixed}
        onCommit={(rotation) => run(turnUnderlay({ storey, rotation }))}
      />
      <div className="property-actions">
        <Button
          disabled={isFixed}
          onClick={() => run(turnUnderlay({ storey, rotation: underlay.rotation + 90 }))}
        >
          {say(text('左转 90°', 'Turn left 90°'))}
        </Button>
        <Button
          disabled={isFixed}
          onClick={() => run(turnUnderlay({ storey, rotation: underlay.rotation - 90 }))}
        >
          {say(text('右转 90°', 'Turn right 90°'))}
        </Button>
        {isCropped ? (
          <Button
            disabled={isFixed}
            onClick={() => change({ crop: { left: 0, top: 0, right: 0, bottom: 0 } })}
          >
            {say(text('恢复整幅', 'Undo the crop'))}
          </Button>
        ) : null}
      </div>
      <Opacity
        value={underlay.opacity}
        disabled={props.disabled}
        onCommit={(opacity) => change({ opacity })}
      />
      <Field name={say(text('显示', 'Shown'))}>
        <Switch
          aria-label={say(text('显示底图', 'Show the underlay'))}
          checked={!underlay.hidden}
          disabled={props.disabled}
          onChange={(shown) => change({ hidden: !shown })}
        />
      </Field>
      <Field name={say(text('锁定', 'Locked'))}>
        <Switch
          aria-label={say(text('锁定底图', 'Lock the underlay'))}
          checked={underlay.locked}
          disabled={props.disabled}
          onChange={(locked) => change({ locked })}
        />
      </Field>
      <div className="property-actions">
        <Button loading={busy} disabled={props.disabled} onClick={choose}>
          {say(text('换一张…', 'Replace…'))}
        </Button>
        <Button danger disabled={props.disabled} onClick={() => run(removeUnderlay({ storey }))}>
          {say(text('移除底图', 'Remove'))}
        </Button>
      </div>
    </>
  );
}

/** Follows the hand while it drags, and enters history once it lets go. */
function Opacity(props: {
  readonly value: number;
  readonly disabled: boolean;
  onCommit(value: number): void;
}) {
  const say = useSay();
  const percent = Math.round(props.value * 100);
  const [shown, setShown] = useState(percent);
  useEffect(() => setShown(percent), [percent]);
  return (
    <Field name={say(text('浓淡', 'Strength'))}>
      <Slider
        className="property-slider"
        ariaLabelForHandle={say(text('底图浓淡', 'Strength of the underlay'))}
        min={5}
        max={100}
        value={shown}
        disabled={props.disabled}
        tooltip={{ formatter: (value) => `${value}%` }}
        onChange={setShown}
        onChangeComplete={(value) => props.onCommit(value / 100)}
      />
    </Field>
  );
}
