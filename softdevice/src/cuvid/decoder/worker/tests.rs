use super::*;
use crate::picture::Chroma;

/// Pictures of one sample: the first byte of the access unit. An empty one is damaged.
struct Double;

impl Decode for Double {
    fn decode(&mut self, access_unit: &[u8]) -> Result<Picture, CodecError> {
        let first = access_unit.first().ok_or(CodecError("empty".into()))?;
        Ok(Picture {
            width: access_unit.len(),
            height: 1,
            chroma: Chroma::Monochrome,
            bit_depth: 8,
            planes: [vec![*first; access_unit.len()], vec![], vec![]],
        })
    }
}

fn job(index: usize, data: &[u8], field: Field) -> Job {
    Job {
        index,
        data: data.to_vec(),
        origin: (0, 0),
        field,
    }
}

fn luma(worker: &Worker, index: usize) -> Vec<u8> {
    worker.surface(index).unwrap().picture.planes[0].clone()
}

#[test]
fn pictures_come_in_order_and_a_surface_is_awaited() {
    let worker = Worker::start(Box::new(Double), 2);
    for value in 0..20 {
        worker
            .submit(job(value as usize % 2, &[value], Field::None))
            .unwrap();
    }
    assert_eq!([luma(&worker, 0), luma(&worker, 1)], [[18], [19]]);
    assert_eq!(worker.status(0), Ok(Status::Done));
    assert_eq!(worker.status(2), Err(INVALID_VALUE));
}

#[test]
fn two_fields_are_decoded_as_one() {
    let worker = Worker::start(Box::new(Double), 2);
    worker.submit(job(1, &[5], Field::First)).unwrap();
    worker.submit(job(1, &[6], Field::Second)).unwrap();
    assert_eq!(luma(&worker, 1), [5, 5]);
}

#[test]
fn a_field_without_a_partner_is_decoded_alone() {
    let worker = Worker::start(Box::new(Double), 2);
    worker.submit(job(0, &[5], Field::First)).unwrap();
    worker.submit(job(1, &[6], Field::None)).unwrap();
    assert_eq!([luma(&worker, 0), luma(&worker, 1)], [[5], [6]]);
    worker.submit(job(0, &[7], Field::First)).unwrap();
    assert_eq!(luma(&worker, 0), [7]);
}

#[test]
fn a_damaged_picture_leaves_the_old_one() {
    let worker = Worker::start(Box::new(Double), 1);
    assert_eq!(worker.status(0), Ok(Status::Empty));
    assert!(worker.surface(0).is_err());
    worker.submit(job(0, &[5], Field::None)).unwrap();
    worker.submit(job(0, &[], Field::None)).unwrap();
    assert_eq!(luma(&worker, 0), [5]);
    assert_eq!(worker.status(0), Ok(Status::Failed));
    let before = worker.surface(0).unwrap().picture;
    worker.submit(job(0, &[], Field::None)).unwrap();
    let after = worker.surface(0).unwrap().picture;
    assert!(!Arc::ptr_eq(&before, &after), "it can be mapped beside it");
}
