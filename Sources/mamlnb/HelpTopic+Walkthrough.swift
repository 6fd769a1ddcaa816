extension HelpTopic {
  /// The commands of the original walkthrough.
  static let walkthrough = HelpTopic(
    name: "walkthrough", abstract: "make-data, train, evaluate: MAML from the shell",
    text: #"""
      The walkthrough that this program mirrors has three scripts, and so has this.
      Options are spelled with '-' or, as the scripts did, with '_'.

        mamlnb fetch omniglot
        mamlnb make-data
        mamlnb train --n-way 5 --k-spt 1 --epochs 1000
        mamlnb evaluate checkpoints/maml-5way-1shot-best.safetensors

      1. MAKE-DATA  reads the characters and writes them as three files of numbers,
         omniglot_train.npy, omniglot_val.npy and omniglot_test.npy: for NumPy, and
         for 'train --data data'; without it, 'train' reads the archives.

      2. TRAIN  meta-trains a network and saves it while it goes on.

         --n-way 5                    characters in a task
         --k-spt 1                    examples of each to learn from
         --k-query 15                 examples of each to be judged by
         --task-num 32                tasks in each meta-iteration
         --glob-update-step 5         inner steps in training
         --glob-update-step-test 5    inner steps in evaluation
         --glob-meta-lr 0.001         outer learning rate
         --glob-base-lr 0.1           inner learning rate
         --epochs 10000               meta-iterations
         --use-gpu                    accepted; it says that it computes on the CPU

         Those are the scripts' options and defaults. Beside them:

         --algorithm, --order         which algorithm, of first or second order
         --net, --rotations           which network, and turned characters as new ones
         --schedule                   an outer rate that falls along a cosine
         --start                      a checkpoint whose network to start from
         --seed, --threads            what is random, and how many threads work
         --data, --checkpoint         where the data is, and where the run is saved
         --resume                     go on with a run, to the same bits

      3. EVALUATE  measures the accuracy on characters that were never seen, after
         each inner step. What is not said is as the checkpoint was trained.
         --tasks and --seed choose the tasks, --protocol paper the MAML paper's
         rules, and --no-transductive normalizes no query image by another.

      'mamlnb help train' lists all options. In a notebook the same is said by
      'TaskDistribution', 'MAML', 'train' and 'evaluate'; see 'mamlnb help data'.
      """#)
}
